import { spawnSync } from "node:child_process";
import path from "node:path";
import { main } from "../../excel-host/headless/main";

export interface CommandRun {
  /** null where it was stopped, as it ran for too long. */
  status: number | null;
  stdout: string;
  stderr: string;
}

const ROOT = path.resolve(__dirname, "../..");
/** Far above what any run takes, in ms; a command that hangs is stopped. */
const LONGEST = 90_000;

/**
 * The headless command as a clerk starts it, in a process of its own.
 * @param memory what its objects may take, in MB
 */
export function runApart(args: readonly string[], { memory }: { memory?: number } = {}): CommandRun {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(ROOT, "excel-host/bin/progress.mjs"), ...args], {
    cwd: ROOT,
    encoding: "utf8",
    timeout: LONGEST,
    env: { ...process.env, ...(memory === undefined ? {} : { NODE_OPTIONS: `--max-old-space-size=${memory}` }) },
  });
  return { status, stdout, stderr };
}

/** The same in the process of the tests, which need not start another. */
export async function runHere(args: readonly string[]): Promise<CommandRun> {
  const said = { stdout: "", stderr: "" };
  const streams = (["stdout", "stderr"] as const).map((name) => {
    const before = process[name].listeners("error");
    const spy = jest.spyOn(process[name], "write").mockImplementation((text, ...rest) => {
      said[name] += String(text);
      for (const told of rest) if (typeof told === "function") told();
      return true;
    });
    return () => {
      spy.mockRestore();
      for (const one of process[name].listeners("error")) if (!before.includes(one)) process[name].removeListener("error", one as () => void);
    };
  });
  try {
    return { status: await main(args), ...said };
  } finally {
    for (const restore of streams) restore();
  }
}
