import { declareValuePlugin, PluginKind } from "@stryker-mutator/api/plugin";

const LANGUAGES = new Set(["zh-CN", "en"]);

/**
 * Words that staff read are not mutated: another wording is no wrong figure. A text that carries figures
 * (a template with values) is.
 */
export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, "words", {
    shouldIgnore(path) {
      const isPlain = path.isStringLiteral() || (path.isTemplateLiteral() && path.node.expressions.length === 0);
      return isPlain && isToldToStaff(path) ? "what staff read" : undefined;
    },
  }),
];

function isToldToStaff(path) {
  for (let at = path; at.parentPath; at = at.parentPath) {
    const { parent, node } = at;
    if (parent.type === "ObjectProperty" && parent.value === node) return LANGUAGES.has(parent.key.name ?? parent.key.value);
    // The last two arguments of `finding` are its message in Chinese and in English.
    if (parent.type === "CallExpression") return parent.callee.name === "finding" && parent.arguments.indexOf(node) >= 2;
    if (!["ConditionalExpression", "TemplateLiteral", "BinaryExpression"].includes(parent.type)) return false;
  }
  return false;
}
