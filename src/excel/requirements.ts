/** Requirement sets above the 1.9 that the manifest asks for, and what each brings us. */
export type OptionalSet = "1.13" | "1.18";

/** Whether this Excel has a requirement set; what needs one above 1.9 asks first and does without. */
export function supports(version: OptionalSet): boolean {
  return Office.context.requirements.isSetSupported("ExcelApi", version);
}
