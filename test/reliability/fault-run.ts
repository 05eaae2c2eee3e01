import { ExcelError, type ExcelHost } from "../../excel-host";
import { Problem } from "../../src/actions";
import type { TriedAction } from "./actions";
import { differences, partsOf } from "./workbook-parts";

/** Where a fault strikes in an action: a whole request, one operation of it, or its answer. */
export type Fault = { request: number; code: string } & ({ at: "request" } | { at: "answer" } | { at: "operation"; operation: number });

/** What became of the faults that were tried. */
export interface FaultCount {
  tried: number;
  survived: number;
  troubles: string[];
}

/** An action's requests as they go when nothing fails: the operations of each by their members' names. */
export async function requestsOf(host: ExcelHost, { workbook, act }: TriedAction): Promise<string[][]> {
  await host.load(workbook);
  const operations: string[][] = [];
  let first = 0;
  host.beforeOperation = ({ request, index, name }) => {
    first ||= request;
    (operations[request - first] ??= [])[index] = name;
  };
  try {
    await act();
  } finally {
    host.beforeOperation = undefined;
  }
  return operations;
}

/**
 * Runs an action once for each fault. After each the workbook has to be what it was before the action, or what the
 * action makes of it where it is told as done; the message has to be a clerk's; and the same action has to succeed
 * when it is tried again.
 * @param retryEvery after every so many of the faults it is tried again at once; else the next fault is the next try
 */
export async function tryFaults(host: ExcelHost, action: TriedAction, faults: readonly Fault[], retryEvery = 1): Promise<FaultCount> {
  const open = () => host.load(action.workbook);
  await open();
  const before = await partsOf(host);
  await action.act();
  const after = await partsOf(host);
  const count: FaultCount = { tried: 0, survived: 0, troubles: [] };
  await open();
  for (const fault of faults) {
    const { struck, error } = await strike(host, fault, action.act);
    if (!struck) continue;
    count.tried++;
    const troubles: string[] = [];
    if (error !== undefined) troubles.push(...wordsOf(error), ...differences(before, await partsOf(host)));
    const isDone = error === undefined;
    const tryAgain = !isDone && count.tried % retryEvery === 0;
    if (tryAgain) {
      const second = await action.act().then(() => undefined, (again: unknown) => again);
      if (second !== undefined) troubles.push(`trying again fails: ${String(second)}`);
    }
    if (isDone || tryAgain) {
      troubles.push(...differences(after, await partsOf(host)).map((one) => `${isDone ? "told as done" : "tried again"}: ${one}`));
      await open();
    }
    if (troubles.length === 0) count.survived++;
    else {
      count.troubles.push(`${action.name}, ${JSON.stringify(fault)}: ${troubles.join(" | ")}`);
      await open();
    }
  }
  return count;
}

async function strike(host: ExcelHost, fault: Fault, act: () => Promise<unknown>): Promise<{ struck: boolean; error: unknown }> {
  let struck = false;
  let first = 0;
  const isNow = (request: number) => {
    first ||= request;
    return !struck && request - first === fault.request;
  };
  const fail = () => {
    struck = true;
    throw new ExcelError(fault.code, "a fault that a test made");
  };
  host.beforeRequest = ({ number }) => (isNow(number) && fault.at === "request" ? fail() : undefined);
  host.beforeAnswer = ({ number }) => (isNow(number) && fault.at === "answer" ? fail() : undefined);
  host.beforeOperation = ({ request, index }) => (isNow(request) && fault.at === "operation" && index === fault.operation ? fail() : undefined);
  try {
    await act();
    return { struck, error: undefined };
  } catch (error) {
    return { struck, error };
  } finally {
    host.beforeRequest = host.beforeAnswer = undefined;
    host.beforeOperation = undefined;
  }
}

/** What is wrong with the words of a failure: they have to be a clerk's. */
function wordsOf(error: unknown): string[] {
  if (!(error instanceof Problem)) return [`not in a clerk's words: ${String((error as Error).stack)}`];
  const { "zh-CN": chinese, en } = error.text;
  const isClear = /[\u4e00-\u9fff]/.test(chinese) && /请/.test(chinese) && !/undefined|\[object|\bat \//.test(chinese + en);
  return isClear ? [] : [`unclear words: ${chinese}`];
}
