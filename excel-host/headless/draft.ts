import { readFile } from "node:fs/promises";
import { InputError } from "./input-error";

/**
 * Reads a draft: UTF-8, a byte order mark left out, line ends as they are.
 * @throws InputError that names the file
 */
export async function readDraft(path: string): Promise<string> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new InputError(`--check 的文件“${path}”不存在或不能读取`, `--check: cannot read “${path}”`, { cause: error });
  });
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw new InputError(`--check 的文件“${path}”不是 UTF-8 文本，请另存为 UTF-8 后再试`, `--check: “${path}” is no UTF-8 text`, { cause: error });
  }
}
