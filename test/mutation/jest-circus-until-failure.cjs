/**
 * jest-circus until a test has failed: one failure is enough to say that a mutant was seen. Jest's own `bail` ends the
 * process where it is not watching, and stops after a file, not within it.
 */
const circus = require("jest-circus/runner");

module.exports = function untilFailure(globalConfig, config, environment, ...rest) {
  const inner = environment.handleTestEvent;
  let isOver = false;
  environment.handleTestEvent = async (event, state) => {
    if (event.name === "test_start" && isOver) event.test.mode = "skip";
    if (event.name === "test_done" && event.test.errors.length > 0) isOver = true;
    await inner?.call(environment, event, state);
  };
  return (circus.default ?? circus)(globalConfig, config, environment, ...rest);
};
