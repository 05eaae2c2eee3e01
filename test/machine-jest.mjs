import { findLibreOffice } from "./machine-libreoffice.mjs";

/** Jest's global set-up of the tests that need LibreOffice: its path, where there is one, in the environment variable SOFFICE. */
export default function setUp() {
  const libreOffice = findLibreOffice();
  if (libreOffice) process.env.SOFFICE = libreOffice;
}
