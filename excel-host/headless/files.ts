import { readFile, stat } from "node:fs/promises";
import { InputError } from "./input-error";

/** A file larger than this is no workbook that is opened; it is not read at all. */
const MOST_BYTES = 1024 * 1024 * 1024;

/**
 * Reads an input file.
 * @throws InputError that names the file
 */
export async function readInput(path: string): Promise<Buffer> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw new InputError(`“${path}”是文件夹，不是工作簿`, `“${path}” is a folder, not a workbook`);
    if (found.isCharacterDevice() || found.isBlockDevice()) throw new InputError(`“${path}”是设备，不是工作簿`, `“${path}” is a device, not a workbook`);
    if (found.size > MOST_BYTES) throw new InputError(`“${path}”过大，未处理`, `“${path}” is too large and was not processed`);
    return await readFile(path);
  } catch (error) {
    if (error instanceof InputError) throw error;
    const code = codeOf(error);
    if (code === "ENOENT" || code === "ENOTDIR") throw new InputError(`没有这个文件：“${path}”`, `no such file: “${path}”`);
    throw new InputError(`无法读取“${path}”（${code}）`, `cannot read “${path}” (${code})`, { cause: error });
  }
}

/** The system's code of a failure: ENOENT, EACCES … */
export function codeOf(error: unknown): string {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : String(error);
}
