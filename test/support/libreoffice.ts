import { program } from "./libreoffice-runs";

export * from "./libreoffice-runs";

/** `test` where LibreOffice is at hand, else reported as skipped by name. */
export const testWithLibreOffice = program === undefined ? test.skip : test;
