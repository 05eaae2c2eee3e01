/**
 * A webpack loader that works out while building what Fluent's styles would be worked out to in the pane each time it
 * opens: `makeStyles({ … })` becomes its classes and rules, and a token such as `tokens.spacingVerticalM` its variable's
 * name. It serves our own modules and the styles of Fluent's.
 */
const vm = require("node:vm");
const { tokens } = require("@fluentui/react-components");
const { resolveStyleRulesForSlots } = require("@griffel/core");
const ts = require("typescript");

/** What brings the two names in: others may be called `tokens` too. */
const FROM_FLUENT = /import\s*\{[^}]*\b(?:makeStyles|tokens)\b[^}]*\}\s*from\s*["']@fluentui\//;

/**
 * @param {string} source a module as JavaScript; what it gives to `makeStyles` rests on Fluent's tokens alone
 * @returns {string} the module with its styles worked out
 */
module.exports = function stylesLoader(source) {
  if (!FROM_FLUENT.test(source)) return source;
  const file = ts.createSourceFile("module.js", source, ts.ScriptTarget.ES2020, true, ts.ScriptKind.JS);
  const changes = [];
  const look = (node) => {
    const by = changeOf(node, file);
    if (by === undefined) ts.forEachChild(node, look);
    else changes.push({ node, by });
  };
  look(file);
  let text = source;
  for (const { node, by } of changes.reverse()) text = text.slice(0, node.getStart(file)) + by + text.slice(node.end);
  return changes.some(({ by }) => by.startsWith("__styles(")) ? `import { __styles } from "@fluentui/react-components";\n${text}` : text;
};

/** What stands in a node's place; undefined: itself. */
function changeOf(node, file) {
  if (ts.isPropertyAccessExpression(node) && node.expression.getText(file) === "tokens") return JSON.stringify(tokens[node.name.text]);
  if (!ts.isCallExpression(node) || node.expression.getText(file) !== "makeStyles") return undefined;
  const styles = vm.runInThisContext(`(tokens) => (${node.arguments[0].getText(file)})`)(tokens);
  return `__styles(${resolveStyleRulesForSlots(styles).map((part) => JSON.stringify(part)).join(", ")})`;
}
