/** What is looked at before a file is unpacked. */
import { WorkbookError } from "./errors";

/** Largest workbook that is opened: packed, and unpacked in all. */
export const MAX_PACKED = 100 * 1024 * 1024;
export const MAX_UNPACKED = 700 * 1024 * 1024;
const MAX_ENTRIES = 20_000;

/**
 * Refuses what cannot be a workbook before anything is unpacked: the zip's own directory says how
 * large each part becomes.
 * @returns the check sums of its entries, in the directory's order
 * @throws WorkbookError
 */
export function checkContainer(bytes: Uint8Array): number[] {
  if (bytes.length === 0) throw new WorkbookError("empty", "The file is empty.");
  if (bytes.length > MAX_PACKED) throw new WorkbookError("tooLarge", "The file is larger than 100 MB.");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length >= 8 && view.getUint32(0) === 0xd0cf11e0) {
    // An OLE container: a password-protected .xlsx, or the old .xls.
    if (hasUtf16(bytes, "EncryptedPackage")) throw new WorkbookError("encrypted", "The workbook is protected by a password.");
    throw new WorkbookError("notWorkbook", "The file is not an .xlsx workbook (an older Office format).");
  }
  if (bytes.length < 22 || view.getUint32(0) !== 0x504b0304) {
    throw new WorkbookError("notWorkbook", "The file is not an .xlsx workbook.");
  }
  let end = -1;
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 65535); at--) {
    if (view.getUint32(at, true) === 0x06054b50) {
      end = at;
      break;
    }
  }
  if (end < 0) throw new WorkbookError("notWorkbook", "The file is damaged: it ends too early.");
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > MAX_ENTRIES) throw new WorkbookError("tooLarge", "The file has too many parts.");
  let total = 0;
  const sums: number[] = [];
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) {
      throw new WorkbookError("notWorkbook", "The file is damaged: its directory cannot be read.");
    }
    if (view.getUint16(at + 8, true) & 1) throw new WorkbookError("encrypted", "The file is encrypted.");
    const packed = view.getUint32(at + 20, true);
    const unpacked = view.getUint32(at + 24, true);
    total += unpacked;
    sums.push(view.getUint32(at + 16, true));
    // Spreadsheet XML packs 10 to 60 times; a bomb packs a thousand times.
    if (total > MAX_UNPACKED || (unpacked > 50_000_000 && unpacked > packed * 500)) {
      throw new WorkbookError("tooLarge", "The file unpacks to more than can be opened.");
    }
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return sums;
}

function hasUtf16(bytes: Uint8Array, text: string): boolean {
  const wanted = [...text].flatMap((c) => [c.charCodeAt(0), 0]);
  outer: for (let at = 0; at + wanted.length <= bytes.length; at += 2) {
    for (let i = 0; i < wanted.length; i++) if (bytes[at + i] !== wanted[i]) continue outer;
    return true;
  }
  return false;
}
