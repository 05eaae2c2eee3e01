/** What kind of Excel file a package says that it is: by its workbook's content type, which has to fit the file's name. */
import type { Package } from "./package";

const OPEN = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const MACROS = "application/vnd.ms-excel";

/** Content types of the workbook's part, by the ending of the file's name. */
const TYPES = {
  xlsx: `${OPEN}.sheet.main+xml`,
  xltx: `${OPEN}.template.main+xml`,
  xlsm: `${MACROS}.sheet.macroEnabled.main+xml`,
  xltm: `${MACROS}.template.macroEnabled.main+xml`,
} as const;

export type FileKind = keyof typeof TYPES;

const CARRIES_MACROS: ReadonlySet<FileKind> = new Set(["xlsm", "xltm"]);

/** Whether files of a kind may hold macros. */
export function mayHoldMacros(kind: FileKind): boolean {
  return CARRIES_MACROS.has(kind);
}

/** The macros that a workbook carries: a project beside it, and sheets of old ones. */
export function macrosOf(pkg: Package, workbook: string): { project: boolean; sheets: boolean } {
  const types = pkg.relationships(workbook).map(({ type }) => type.toLowerCase());
  return {
    project: types.some((type) => type.endsWith("/vbaproject")),
    sheets: types.some((type) => /\/xl(?:intl)?macrosheet$/.test(type)),
  };
}

/**
 * Makes a package a file of a kind; a macro project goes where the kind has none. The staff's own file keeps it.
 */
export function setFileKind(pkg: Package, workbook: string, kind: FileKind): void {
  if (!mayHoldMacros(kind)) {
    for (const { id, type, target } of pkg.relationships(workbook)) {
      if (!/\/vbaproject$/i.test(type)) continue;
      for (const part of pkg.relationships(target)) if (!part.external) pkg.remove(part.target);
      pkg.remove(target);
      pkg.unrelate(workbook, id);
    }
  }
  if (pkg.contentType(workbook) !== TYPES[kind]) pkg.setContentType(workbook, TYPES[kind]);
}
