import { readdir, readFile, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import { DraftFileError, draftFrom, type DraftFileFault } from "../../src/notice";
import { InputError } from "./input-error";

/** A draft to be proofread, with the file that holds it as it was named. */
export interface Draft {
  file: string;
  text: string;
}

const WORD = ".docx";
const TEXTS: ReadonlySet<string> = new Set([".txt", WORD]);

/**
 * Reads the drafts that --check names: text files (UTF-8), Word documents, and every one of either in a folder, by name.
 * @throws InputError that names the file or folder
 */
export async function readDrafts(paths: readonly string[]): Promise<Draft[]> {
  const files = (await Promise.all(paths.map(filesOf))).flat();
  const drafts: Draft[] = [];
  for (const file of files) drafts.push({ file, text: await readDraft(file) });
  return drafts;
}

async function filesOf(path: string): Promise<string[]> {
  const isFolder = await stat(path).then((found) => found.isDirectory(), () => false);
  if (!isFolder) return [path];
  const names = (await readdir(path)).filter((name) => TEXTS.has(extname(name).toLowerCase()) && !name.startsWith("~$")).sort();
  if (names.length === 0) throw new InputError(`--check 的文件夹“${path}”里没有 .txt 或 .docx 文件`, `--check: no .txt or .docx in “${path}”`);
  return names.map((name) => join(path, name));
}

async function readDraft(path: string): Promise<string> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new InputError(`--check 的文件“${path}”不存在或不能读取`, `--check: cannot read “${path}”`, { cause: error });
  });
  if (extname(path).toLowerCase() === WORD) return wordText(bytes, path);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw new InputError(`--check 的文件“${path}”不是 UTF-8 文本，请另存为 UTF-8 后再试`, `--check: “${path}” is no UTF-8 text`, { cause: error });
  }
}

/** jsdom is heavy, and loaded only where a Word document is to be read. */
async function xmlParser(): Promise<(xml: string) => Document> {
  const { JSDOM } = await import("jsdom");
  const { DOMParser } = new JSDOM().window;
  return (xml) => new DOMParser().parseFromString(xml, "application/xml");
}

const FAULTS: Record<DraftFileFault, readonly [string, string]> = {
  "not-a-document": ["不是可以打开的 Word 文件，请另存为 .docx 后再试", "is no Word document that can be opened"],
  "too-large": ["太大，不像是一份通报", "is too large for a notice"],
  empty: ["里没有文字", "holds no text"],
};

async function wordText(bytes: Uint8Array, path: string): Promise<string> {
  try {
    return await draftFrom(bytes, await xmlParser());
  } catch (error) {
    if (!(error instanceof DraftFileError)) throw error;
    const [chinese, english] = FAULTS[error.fault];
    throw new InputError(`--check 的文件“${path}”${chinese}`, `--check: “${path}” ${english}`, { cause: error });
  }
}
