import { readFileSync } from "node:fs";
import path from "node:path";
import { conditionsOf, MODES, type ExcelHost, type ModeName } from "../../excel-host";
import { Problem } from "../../src/actions";
import { TRIED, triedActions, type TriedAction } from "./actions";
import { requestsOf, tryFaults, type Fault } from "./fault-run";
import { differences, partsOf } from "./workbook-parts";
import { LONG_TEST, MANY, seed } from "../support/cases";
import { STAFF } from "../support/office-workbook";
import { openWorkbook, type OpenWorkbook } from "../support/open-workbook";

// Putting back waits for the user to return; here nobody does.
jest.mock("../../src/excel/pause", () => ({ pause: () => Promise.resolve() }));

const NAMES = Object.keys(MODES) as ModeName[];
/** The requests that an action begins with only read. */
const READING = 3;

interface Cell {
  tried: number;
  survived: number;
}

/** What became of all, for docs/reliability.md: an action a row, a mode a column. */
function table(cells: ReadonlyMap<string, Cell>): string {
  const at = (action: string, mode: string) => {
    const { tried = 0, survived = 0 } = cells.get(`${action}|${mode}`) ?? {};
    return `${survived}/${tried}`;
  };
  return [`| | ${NAMES.join(" | ")} |`, `|---|${NAMES.map(() => "---").join("|")}|`, ...TRIED.map((action) => `| ${action} | ${NAMES.map((mode) => at(action, mode)).join(" | ")} |`)].join("\n");
}

describe("every action in every mode of Excel", () => {
  let open: OpenWorkbook;
  let actions: TriedAction[];
  const cells = new Map<string, Cell>();
  beforeAll(async () => {
    actions = await triedActions();
    open = await openWorkbook(actions[0]?.workbook);
  });
  afterAll(() => {
    open.close();
    if (MANY) console.log(table(cells));
  });

  test.each(NAMES)("%s: done, or refused in a clerk's words with the workbook as it was; faults change nothing of that", async (mode) => {
    const troubles: string[] = [];
    // In the soak every action runs in every mode, and a fault strikes in each. Else every third of a mode runs, the others
    // by the next seeds, and a fault strikes in every ninth.
    const everySo = (many: number) => actions.filter((_, index) => MANY || (index + NAMES.indexOf(mode) + seed()) % many === 0);
    const struck = everySo(9);
    for (const action of everySo(3)) {
      const cell: Cell = { tried: 0, survived: 0 };
      cells.set(`${action.name}|${mode}`, cell);
      const found = await tryMode(open.host, action, mode);
      cell.tried++;
      if (found.troubles.length === 0) cell.survived++;
      troubles.push(...found.troubles.map((one) => `${action.name}: ${one}`));
      if (!found.isDone || found.troubles.length > 0) continue;
      open.host.conditions = conditionsOf(mode);
      // Whether rules lie on the cells is not to be known there: they come back looking alike, by formats of their own.
      const isAlike = mode === "rules unreadable" && action.name === "生成通报 into the selection";
      const faults = isAlike || !struck.includes(action) ? [] : await faultsOf(open.host, action);
      const count = await tryFaults(open.host, action, faults, 2);
      cell.tried += count.tried;
      cell.survived += count.survived;
      troubles.push(...count.troubles);
    }
    open.host.conditions = conditionsOf();
    expect(troubles).toEqual([]);
  }, LONG_TEST);

  test("stands in docs/reliability.md, action by mode", () => {
    const told = readFileSync(path.resolve(__dirname, "../../docs/reliability.md"), "utf8");
    for (const mode of NAMES) expect(told).toContain(` ${mode} |`);
    const rows = [...told.matchAll(/^\| ([^|]+) \|((?: \d+\/\d+ \|)+)$/gm)].map(([, action = "", counts = ""]) => ({ action, counts: [...counts.matchAll(/(\d+)\/(\d+)/g)] }));
    expect(rows.map(({ action }) => action)).toEqual([...TRIED]);
    for (const { counts } of rows) expect([counts.length, counts.every(([, survived, tried]) => survived === tried && Number(tried) > 0)]).toEqual([NAMES.length, true]);
  });
});

/** One run of an action in a mode, without a fault, and what is wrong with what became of it. */
async function tryMode(host: ExcelHost, { workbook, act }: TriedAction, mode: ModeName): Promise<{ isDone: boolean; troubles: string[] }> {
  host.conditions = conditionsOf(mode);
  await host.load(workbook);
  const before = await partsOf(host);
  const rules = staffRules(host);
  const failure = await act().then(() => null, (error: unknown) => error);
  const troubles: string[] = [];
  if (failure !== null) {
    if (!(failure instanceof Problem) || failure.code === "half-written") troubles.push(`not in a clerk's words: ${String((failure as Error).stack)}`);
    troubles.push(...differences(before, await partsOf(host)));
    // Once Excel is at its best again, the same action succeeds.
    host.conditions = conditionsOf();
    const again = await act().then(() => null, (error: unknown) => error);
    if (again !== null) troubles.push(`trying again fails: ${String(again)}`);
  }
  const names = host.workbook.sheets.map(({ name }) => name);
  if (names.some((name) => name.startsWith("~"))) troubles.push(`left ${names.join(", ")}`);
  if (STAFF.some((name) => !names.includes(name))) troubles.push(`lost a sheet: ${names.join(", ")}`);
  if (staffRules(host) !== rules) troubles.push("the staff's conditional formats are not what they were");
  if (host.engine.settings.values.has("HousingProgress.unfinished")) troubles.push("the journal stands");
  return { isDone: failure === null, troubles };
}

/** The staff's own conditional formats in their order, as the file has them. */
function staffRules({ engine }: ExcelHost): string {
  const rules = STAFF.flatMap((name) => engine.findSheet(name)?.root.children ?? []).flatMap((node) =>
    typeof node !== "string" && node.name === "conditionalFormatting" && !JSON.stringify(node).includes("住房保障进度通报") ? [node] : [],
  );
  const rank = (node: (typeof rules)[number]) => Number(/"priority":"?(\d+)/.exec(JSON.stringify(node))?.[1]);
  return JSON.stringify(rules.sort((a, b) => rank(a) - rank(b))).replace(/"priority":"?\d+"?,?/g, "");
}

/** A fault in the request that writes, at its middle operation and at its answer; in every request that writes for the long run. */
async function faultsOf(host: ExcelHost, action: TriedAction): Promise<Fault[]> {
  const operations = await requestsOf(host, action);
  const writing = operations.flatMap((names, request) => (request >= READING && names.length > 0 ? [{ request, count: names.length }] : []));
  const largest = writing.reduce((most, one) => (one.count > most.count ? one : most), writing[0] ?? { request: 0, count: 1 });
  return (MANY ? writing : [largest]).flatMap(({ request, count }): Fault[] => [
    { at: "operation", request, operation: Math.floor(count / 2), code: "GeneralException" },
    ...(MANY ? [{ at: "answer", request, code: "Timeout" } as const] : []),
  ]);
}
