/** All outputs or none: written beside their places and flushed, then renamed together. */
import { createHash } from "node:crypto";
import { closeSync, copyFileSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync } from "node:fs";
import { open, readdir, rm, stat } from "node:fs/promises";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { codeOf } from "./files";
import { InputError } from "./input-error";
import type { OutputPlace } from "./output-places";

/** A file to be written once everything is computed. */
export interface Output extends OutputPlace {
  content: string | Uint8Array;
}

/** Files that stand beside their places, complete. */
export interface StagedOutputs {
  /** Gives them their names. @throws InputError where one cannot have it; then none has */
  commit(): void;
  /** Takes them away. */
  discard(): Promise<void>;
}

const MACHINE = createHash("sha256").update(hostname()).digest("hex").slice(0, 8);
const LEFT_OVER = new RegExp(`^\\.progress-${MACHINE}-(\\d+)-\\d+\\.(?:part|old)$`);
const RIGHTS = 0o777;
/** Asked to stop in the middle of the renaming, the command finishes it first. */
const STOPS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Writes all files beside their places, and clears what commands that were killed have left there.
 * @throws InputError that names the option whose file cannot be written
 */
export async function stageOutputs(outputs: readonly Output[]): Promise<StagedOutputs> {
  for (const folder of new Set(outputs.map(({ place }) => dirname(place)))) await clearLeftovers(folder);
  const staged = outputs.map((output, index) => ({
    ...output,
    draft: besideOf(output.place, index, "part"),
    old: besideOf(output.place, index, "old"),
  }));
  const discard = async () => {
    await Promise.all(staged.flatMap(({ draft, old }) => [rm(draft, { force: true }), rm(old, { force: true })]));
  };
  for (const { option, path, place, draft, content } of staged) {
    try {
      await writeFlushed(draft, place, content);
    } catch (error) {
      await discard();
      throw writeError(option, path, error);
    }
  }
  return { commit: () => renameAll(staged), discard };
}

interface Staged extends OutputPlace {
  draft: string;
  old: string;
}

function renameAll(staged: readonly Staged[]): void {
  const done: Staged[] = [];
  // With a listener a signal waits until this, which is not interrupted, is over; the default then is done by hand.
  let stopped: NodeJS.Signals | undefined;
  const note = (signal: NodeJS.Signals) => (stopped = signal);
  for (const signal of STOPS) process.on(signal, note);
  try {
    for (const one of staged) {
      try {
        if (existsSync(one.place)) keepOld(one);
        renameSync(one.draft, one.place);
        done.push(one);
      } catch (error) {
        for (const { place, old } of done) {
          if (existsSync(old)) renameSync(old, place);
          else rmSync(place);
        }
        throw writeError(one.option, one.path, error);
      }
    }
    for (const { old } of staged) rmSync(old, { force: true });
    for (const folder of new Set(staged.map(({ place }) => dirname(place)))) flushFolder(folder);
  } finally {
    setImmediate(() => {
      for (const signal of STOPS) process.off(signal, note);
      if (stopped) process.kill(process.pid, stopped);
    });
  }
}

/** The file that stands, under a second name; a disk without links gets a copy. */
function keepOld({ place, old }: Staged): void {
  try {
    linkSync(place, old);
  } catch {
    copyFileSync(place, old);
  }
}

/** Writes a new file with the rights of the one whose place it will take. */
async function writeFlushed(path: string, place: string, content: string | Uint8Array): Promise<void> {
  const standing = await stat(place).catch(() => null);
  const file = await open(path, "wx", standing ? standing.mode & RIGHTS : undefined);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Some systems do not open folders as files; there the names are flushed when the system does. */
function flushFolder(folder: string): void {
  if (process.platform === "win32") return;
  const opened = openSync(folder, "r");
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

/** A short name, so that a long one of the output's has room. */
function besideOf(place: string, index: number, kind: "part" | "old"): string {
  return join(dirname(place), `.progress-${MACHINE}-${process.pid}-${index}.${kind}`);
}

async function clearLeftovers(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const pid = LEFT_OVER.exec(name)?.[1];
    if (pid !== undefined && (Number(pid) === process.pid || !isRunning(Number(pid)))) await rm(join(folder, name), { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process cannot be asked, and runs.
    return codeOf(error) === "EPERM";
  }
}

function writeError(option: string, path: string, error: unknown): InputError {
  const code = codeOf(error);
  const full = code === "ENOSPC" || code === "EDQUOT";
  const [chinese, english] = full ? ["磁盘已满", "the disk is full"] : [`写不进去，${code}`, `it cannot be written, ${code}`];
  return new InputError(`${option} 的文件没有写成（${chinese}）：“${path}”`, `${option}: ${english}: “${path}”`, { cause: error });
}
