import { project } from "../../jest.config.mjs";

/** The tests of one part, in one file and one process. Which they are stands in MUTATION_TESTS. */
export default {
  ...project,
  rootDir: "../..",
  // All that jest looks for: what these files import it finds by itself.
  roots: ["<rootDir>/test/mutation"],
  testMatch: ["<rootDir>/test/mutation/all-tests.cjs"],
  testTimeout: 120_000,
  testRunner: "<rootDir>/test/mutation/jest-circus-until-failure.cjs",
};
