import { availableParallelism } from "node:os";

const LANGUAGE = ["Array", "Boolean", "Error", "JSON", "Map", "Math", "Number", "Object", "Promise", "Reflect", "RegExp", "Set", "String", "Symbol", "TextDecoder", "TextEncoder", "Uint8Array", "WeakMap", "structuredClone"];

/** What all projects share: one compiler. */
export const project = {
  transform: {
    "^.+\\.(t|j)sx?$": [
      "@swc/jest",
      { jsc: { parser: { syntax: "typescript", tsx: true }, transform: { react: { runtime: "automatic" } }, target: "es2022" } },
    ],
  },
  transformIgnorePatterns: ["/node_modules/"],
  // A name of the language itself costs a fifth of a microsecond at each use in the room that jest runs a file in, unless
  // the file is handed it when it begins. Not those that tests put others in the place of (Date, timers).
  sandboxInjectedGlobals: LANGUAGE,
  // The genuine office.js still holds on to its globals when a file's tests are over.
  testEnvironmentOptions: { globalsCleanup: "off" },
};

const PURE = ["attachments", "cells", "charts", "interpret", "notice", "progress", "regions", "tables"];
const MACHINE = ["e2e", "libreoffice", "manifest"];
const tests = (folders) => folders.map((folder) => `<rootDir>/test/${folder}/**/*.test.{ts,tsx}`);

/**
 * Rooms by what their tests need: `pure` nothing, on grids; `host` the host that plays Excel, in Node; `machine`
 * other programs (LibreOffice, xmllint); `e2e` a browser. These two find what the machine has when they start.
 */
export default {
  // Time enough for a machine that is busy: no test asserts a time. Jest heeds it here alone, not in a project.
  testTimeout: 120_000,
  // Left to itself, jest leaves one of two cores idle; a third worker gains nothing, as the browser works too.
  maxWorkers: Math.max(2, availableParallelism()),
  // What a file leaves behind in its worker (the genuine office.js holds on to its globals) makes the next ones slow.
  workerIdleMemoryLimit: "800MB",
  testSequencer: "<rootDir>/test/sequencer.mjs",
  projects: [
    { ...project, displayName: "pure", testMatch: tests(PURE) },
    {
      ...project,
      displayName: "host",
      testMatch: ["<rootDir>/test/**/*.test.{ts,tsx}"],
      testPathIgnorePatterns: ["/node_modules/", ...[...PURE, ...MACHINE].map((folder) => `<rootDir>/test/${folder}/`)],
    },
    {
      ...project,
      displayName: "machine",
      testMatch: tests(["libreoffice", "manifest"]),
      globalSetup: "<rootDir>/test/machine-jest.mjs",
    },
    {
      ...project,
      displayName: "e2e",
      testMatch: tests(["e2e"]),
      globalSetup: "<rootDir>/test/e2e/support/serve-playground.mjs",
      globalTeardown: "<rootDir>/test/e2e/support/close-playground.mjs",
    },
  ],
};
