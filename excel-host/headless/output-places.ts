/** Where outputs go: files, not paths, are compared, since one file has many paths. */
import { access, constants, lstat, readlink, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { codeOf } from "./files";
import { InputError } from "./input-error";

/** An output as it was asked for. */
export interface NamedOutput {
  option: string;
  path: string;
}

/** An output with the place that is written: links followed. */
export interface OutputPlace extends NamedOutput {
  place: string;
}

/** Links after which a chain of them is taken for a circle, as the system does. */
const MOST_LINKS = 40;
/** Whether anybody may write a file; the system lets its administrator write any, which is not what a read-only file asks for. */
const WRITABLE = 0o222;

/**
 * Finds where the named outputs go, before any work: each is a file or a new name in a folder that can be written,
 * none is an input, no two are one file.
 * @throws InputError that names the option
 */
export async function findPlaces(outputs: readonly NamedOutput[], workbook: string, drafts: readonly string[]): Promise<OutputPlace[]> {
  const taken = new Map<string, { chinese: string; english: string }>();
  taken.set(await identityOf(await followed(workbook)), { chinese: "输入的工作簿", english: "the workbook itself" });
  for (const draft of drafts)
    taken.set(await identityOf(await followed(draft)), { chinese: " --check 的文件", english: "the draft itself" });
  const places: OutputPlace[] = [];
  for (const { option, path } of outputs) {
    const place = await placeOf(option, path);
    const identity = await identityOf(place);
    const other = taken.get(identity);
    if (other)
      throw new InputError(
        `${option} 不能与${other.chinese}是同一个文件：“${path}”`,
        `${option} must not name ${other.english}: “${path}”`,
      );
    taken.set(identity, { chinese: ` ${option} `, english: `the file of ${option}` });
    places.push({ option, path, place });
  }
  return places;
}

async function placeOf(option: string, path: string): Promise<string> {
  if (path === "-")
    throw new InputError(
      `${option} 要写成文件，不能是“-”；标准输出只用于 --json -`,
      `${option} takes a file, not “-”: only --json may go to standard output`,
    );
  if (/[/\\]$/.test(path) && !(process.platform !== "win32" && path.endsWith("\\"))) {
    throw new InputError(`${option} 指向的“${path}”是文件夹`, `${option}: “${path}” is a folder`);
  }
  try {
    const place = await followed(path);
    const found = await stat(place).catch((error: unknown) => {
      if (codeOf(error) === "ENOENT") return null;
      throw error;
    });
    if (found?.isDirectory()) throw new InputError(`${option} 指向的“${path}”是文件夹`, `${option}: “${path}” is a folder`);
    if (found && !found.isFile()) throw new InputError(`${option} 指向的“${path}”不是普通文件`, `${option}: “${path}” is no ordinary file`);
    if (found && (found.mode & WRITABLE) === 0)
      throw new InputError(`${option} 指向的“${path}”是只读文件`, `${option}: “${path}” is read-only`);
    if (found) await access(place, constants.W_OK);
    await access(dirname(place), constants.W_OK);
    if (!(await stat(dirname(place))).isDirectory()) throw Object.assign(new Error("no folder"), { code: "ENOTDIR" });
    return place;
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw placeError(option, path, error);
  }
}

function placeError(option: string, path: string, error: unknown): InputError {
  const code = codeOf(error);
  const [chinese, english] =
    code === "ENAMETOOLONG"
      ? ["文件名太长", "the name is too long"]
      : code === "ELOOP"
        ? ["是绕成一圈的链接", "is a circle of links"]
        : ["的文件夹不存在或不能写入", "its folder is missing or read-only"];
  return new InputError(`${option} ${chinese}：“${path}”`, `${option}: ${english}: “${path}”`, { cause: error });
}

/** The path with its folder's links and its own followed, also where the last one leads to nothing yet. */
async function followed(path: string): Promise<string> {
  let at = resolve(path);
  for (let links = 0; links < MOST_LINKS; links++) {
    const folder = await realpath(dirname(at)).catch(() => dirname(at));
    at = join(folder, basename(at));
    const isLink = await lstat(at).then(
      (found) => found.isSymbolicLink(),
      (error: unknown) => {
        if (codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR") return false;
        throw error;
      },
    );
    if (!isLink) return at;
    at = resolve(folder, await readlink(at));
  }
  throw Object.assign(new Error("too many links"), { code: "ELOOP" });
}

/** What two paths of one file have in common: its number on its disk; where there is no file yet, its folder's with the name. */
async function identityOf(place: string): Promise<string> {
  const file = await stat(place, { bigint: true }).catch(() => null);
  if (file) return `${file.dev}:${file.ino}`;
  const folder = dirname(place);
  const home = await stat(folder, { bigint: true }).catch(() => null);
  const name = basename(place).normalize("NFC");
  return `${home ? `${home.dev}:${home.ino}` : folder}/${(await ignoresCase(folder)) ? name.toLowerCase() : name}`;
}

/** Whether names that differ in case alone are one in a folder, as on Windows and the Mac: told by the folder's own name. */
async function ignoresCase(folder: string): Promise<boolean> {
  const other = folder === folder.toUpperCase() ? folder.toLowerCase() : folder.toUpperCase();
  if (other === folder) return false;
  const [one, two] = await Promise.all([folder, other].map((path) => stat(path, { bigint: true }).catch(() => null)));
  return one !== null && two !== null && one!.dev === two!.dev && one!.ino === two!.ino;
}
