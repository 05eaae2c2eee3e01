/**
 * Beside the usual rules these hold the architecture: which folder may import what (the table in
 * README), and where Office.js, React, the page and Node may be spoken to. Rules that need types, circles of
 * imports, names that nobody uses and all rules for the tests stand in .oxlintrc.json: what oxlint knows it finds in a
 * tenth of the time.
 */
const js = require("@eslint/js");
const hooks = require("eslint-plugin-react-hooks");
const office = require("eslint-plugin-office-addins");
const regexp = require("eslint-plugin-regexp");
const ts = require("typescript-eslint");

const REACT = ["react", "react-dom", "react-dom/*", "react/*", "@fluentui/*"];
const OFFICE_GLOBALS = ["Excel", "Office", "OfficeExtension"];
const PAGE_GLOBALS = ["window", "document", "localStorage", "sessionStorage", "fetch", "navigator"];

/** The folders of src, in the order in which they may build on each other. */
const ROOMS = ["lexicon", "progress", "cells", "regions", "interpret", "tables", "attachments", "charts", "notice", "excel", "actions", "taskpane", "commands"];
const MAY_USE = {
  lexicon: [],
  progress: [],
  cells: ["lexicon", "progress"],
  regions: ["lexicon", "progress", "cells"],
  interpret: ["lexicon", "progress", "cells", "regions"],
  tables: ["lexicon", "progress", "cells", "regions", "interpret"],
  attachments: ["progress"],
  charts: ["progress", "attachments"],
  notice: ["lexicon", "progress"],
  excel: ["progress", "tables", "attachments", "notice"],
  actions: ["progress", "tables", "attachments", "charts", "notice", "excel"],
  taskpane: ["progress", "tables", "attachments", "charts", "notice", "excel", "actions", "commands"],
  commands: ["progress", "actions", "taskpane"],
};
const PURE = ["lexicon", "progress", "cells", "regions", "interpret", "tables", "attachments", "charts", "notice"];

/** A word, then anything, then another word, tried from each place of the first: what eslint-plugin-regexp does not see. */
const ANY_STRETCH = { selector: "Literal[regex.pattern=/^[^^].*(?<!\\\\)\\.[*+]/]", message: "An expression that may begin anywhere takes a bounded stretch (.{0,40}), not any (.*)." };
/** How a number is taken out of a text, as of what is shown. */
const NUMBER_OF_TEXT = ["parseFloat", "parseInt"].map((name) => `CallExpression[callee.name='${name}'], CallExpression[callee.property.name='${name}']`);
/** What a sheet or a notice shows was rounded, formatted, and may have been shaped by the office. */
const NO_TEXT_PARSED_BACK = ["CallExpression[callee.name='Number']", "UnaryExpression[operator='+'][argument.type!='Literal']", ...NUMBER_OF_TEXT].map((selector) => ({
  selector,
  message: "A figure is taken from its cell's value or from the report, never out of a text that is shown.",
}));

module.exports = ts.config(
  { ignores: ["dist/", "build/", "coverage/", "node_modules/", "test/"] },
  js.configs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    extends: [...ts.configs.recommended],
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-unused-vars": "off",
    },
  },
  {
    rules: {
      "no-unused-vars": "off",
      "no-empty": ["error", { allowEmptyCatch: false }],
      "no-eval": "error",
      "no-new-func": "error",
      "no-implied-eval": "error",
      "no-warning-comments": ["error", { terms: ["todo", "fixme", "xxx"] }],
      eqeqeq: ["error", "always"],
      "prefer-const": "error",
    },
  },

  // Texts come from files that anybody wrote: no expression may take more than its share of time on any of them.
  {
    files: ["src/**/*.{ts,tsx}", "excel-host/**/*.{ts,mjs}"],
    plugins: { regexp },
    rules: {
      "regexp/no-super-linear-backtracking": ["error", { report: "potential" }],
      "regexp/no-super-linear-move": ["error", { report: "potential", ignoreSticky: true }],
      "no-restricted-syntax": ["error", ANY_STRETCH],
    },
  },

  // No figure is parsed back from a text that is shown. Reading cells is the matter of src/cells, drafts that of proofreading.
  {
    files: ["src/{attachments,excel,actions}/**/*.ts", "src/notice/**/*.ts"],
    ignores: ["src/notice/proofread/**"],
    rules: { "no-restricted-syntax": ["error", ANY_STRETCH, ...NO_TEXT_PARSED_BACK] },
  },

  // Node: the configuration, the command-line entries, the tests' set-up.
  {
    files: ["*.js"],
    languageOptions: { globals: nodeGlobals(), sourceType: "commonjs" },
  },
  {
    files: ["**/*.mjs"],
    languageOptions: { globals: nodeGlobals(), sourceType: "module" },
  },

  // The rooms of src.
  ...ROOMS.map((room) => ({
    files: [`src/${room}/**/*.{ts,tsx}`],
    rules: {
      "no-restricted-imports": ["error", { patterns: forbiddenImports(room) }],
      "no-restricted-globals": ["error", ...forbiddenGlobals(room)],
      "no-console": "error",
    },
  })),
  {
    files: ["src/excel/**/*.ts", "src/actions/**/*.ts", "src/taskpane/**/*.{ts,tsx}", "src/commands/**/*.ts"],
    plugins: { "office-addins": office },
    rules: {
      "office-addins/no-context-sync-in-loop": "error",
      "office-addins/call-sync-before-read": "error",
      "office-addins/load-object-before-read": "error",
      "office-addins/no-empty-load": "error",
      "office-addins/no-navigational-load": "error",
      "office-addins/no-office-initialize": "error",
      "office-addins/test-for-null-using-isNullObject": "error",
    },
  },
  {
    files: ["src/taskpane/**/*.{ts,tsx}"],
    plugins: { "react-hooks": hooks },
    rules: hooks.configs.flat["recommended-latest"].rules,
  },

  // excel-host stands on its own: of src it may run the actions (the headless command), never the rest.
  {
    files: ["excel-host/{engine,objects,protocol}/**/*.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        { patterns: [{ group: ["**/src/**", ...REACT, "node:*"], message: "The host plays Excel alone, in Node and in the browser." }] },
      ],
    },
  },
  {
    files: ["excel-host/playground/**/*.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        { patterns: [{ group: ["**/src/**", "node:*"], message: "The playground knows the add-in by its page and manifest alone." }] },
      ],
    },
  },
);

function forbiddenImports(room) {
  const allowed = [room, ...MAY_USE[room]];
  const rooms = ROOMS.filter((other) => !allowed.includes(other));
  const patterns = [
    { group: ["**/excel-host/**", "**/excel-host"], message: "The add-in never imports the host that plays Excel." },
    { group: ["node:*", "fs", "path", "os"], message: "The add-in runs in a browser." },
  ];
  if (rooms.length > 0) {
    patterns.push({
      group: rooms.flatMap((other) => [`../**/${other}`, `../**/${other}/**`]),
      message: `src/${room} may use ${MAY_USE[room].join(", ") || "nothing of ours"} only.`,
    });
  }
  if (room !== "taskpane") patterns.push({ group: REACT, message: "React lives in src/taskpane." });
  return patterns;
}

function forbiddenGlobals(room) {
  const names = [];
  if (PURE.includes(room)) names.push(...OFFICE_GLOBALS, ...PAGE_GLOBALS);
  else if (room === "actions") names.push(...OFFICE_GLOBALS, ...PAGE_GLOBALS);
  else if (room === "excel") names.push("document", "localStorage", "sessionStorage", "fetch");
  else names.push("Excel");
  return [...names, "process", "Buffer"].map((name) => ({
    name,
    message: `src/${room} is no place for ${name}.`,
  }));
}

function nodeGlobals() {
  const names = ["process", "console", "URL", "Buffer", "setTimeout", "clearTimeout", "require", "module", "__dirname", "__filename"];
  return Object.fromEntries(names.map((name) => [name, "readonly"]));
}
