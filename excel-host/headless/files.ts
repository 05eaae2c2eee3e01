import { access, constants, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { InputError } from "./input-error";

/** A file to be written once everything is computed. */
export interface Output {
  option: string;
  path: string;
  content: string | Uint8Array;
}

/**
 * Reads an input file.
 * @throws InputError that names the file
 */
export async function readInput(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = codeOf(error);
    if (code === "EISDIR") throw new InputError(`“${path}”是文件夹，不是工作簿`, `“${path}” is a folder, not a workbook`);
    if (code === "ENOENT") throw new InputError(`没有这个文件：“${path}”`, `no such file: “${path}”`);
    throw new InputError(`无法读取“${path}”（${code}）`, `cannot read “${path}” (${code})`);
  }
}

/**
 * Makes sure, before any work, that the named outputs can be written: their folders are there, none of them
 * is a folder, none is the workbook itself or the draft.
 * @throws InputError that names the option
 */
export async function checkOutputs(outputs: readonly { option: string; path: string }[], workbook: string, drafts: readonly string[]): Promise<void> {
  for (const { option, path } of outputs) {
    if (resolve(path) === resolve(workbook)) {
      throw new InputError(`${option} 不能与输入的工作簿是同一个文件：“${path}”`, `${option} must not name the workbook itself: “${path}”`);
    }
    if (drafts.some((draft) => resolve(path) === resolve(draft))) {
      throw new InputError(`${option} 不能与 --check 的文件是同一个：“${path}”`, `${option} must not name the draft itself: “${path}”`);
    }
    const isFolder = await stat(path).then((found) => found.isDirectory(), () => false);
    if (isFolder) throw new InputError(`${option} 指向的“${path}”是文件夹`, `${option}: “${path}” is a folder`);
    try {
      await access(dirname(resolve(path)), constants.W_OK);
    } catch (error) {
      throw new InputError(`${option} 的文件夹不存在或不能写入：“${path}”`, `${option}: its folder is missing or read-only: “${path}”`, { cause: error });
    }
  }
}

/** Writes all files, each in full or not at all: a temporary file takes the name when complete. */
export async function writeOutputs(outputs: readonly Output[]): Promise<void> {
  const drafts: { draft: string; path: string }[] = [];
  try {
    for (const { path, content } of outputs) {
      const draft = `${path}.part-${process.pid}`;
      drafts.push({ draft, path });
      await writeFile(draft, content);
    }
    for (const { draft, path } of drafts) await rename(draft, path);
  } finally {
    await Promise.all(drafts.map(({ draft }) => rm(draft, { force: true })));
  }
}

function codeOf(error: unknown): string {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : String(error);
}
