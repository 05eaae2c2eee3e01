/** What all projects share: one compiler. */
const project = {
  transform: {
    "^.+\\.(t|j)sx?$": [
      "@swc/jest",
      { jsc: { parser: { syntax: "typescript", tsx: true }, transform: { react: { runtime: "automatic" } }, target: "es2022" } },
    ],
  },
  transformIgnorePatterns: ["/node_modules/"],
  // The genuine office.js still holds on to its globals when a file's tests are over.
  testEnvironmentOptions: { globalsCleanup: "off" },
};

/** Unit tests need only Node; the other two find what the machine has when they start. */
export default {
  // Time enough for a machine that is busy: no test asserts a time. Jest heeds it here alone, not in a project.
  testTimeout: 120_000,
  projects: [
    {
      ...project,
      displayName: "unit",
      testMatch: ["<rootDir>/test/**/*.test.ts", "<rootDir>/test/**/*.test.tsx"],
      testPathIgnorePatterns: ["/node_modules/", "<rootDir>/test/e2e/", "<rootDir>/test/libreoffice/"],
    },
    {
      ...project,
      displayName: "libreoffice",
      testMatch: ["<rootDir>/test/libreoffice/**/*.test.ts"],
      globalSetup: "<rootDir>/test/machine-jest.mjs",
    },
    {
      ...project,
      displayName: "e2e",
      testMatch: ["<rootDir>/test/e2e/**/*.test.ts"],
      globalSetup: "<rootDir>/test/e2e/support/serve-playground.mjs",
      globalTeardown: "<rootDir>/test/e2e/support/close-playground.mjs",
    },
  ],
};
