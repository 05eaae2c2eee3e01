import { TRIED, triedActions, type TriedAction } from "./actions";
import { requestsOf, tryFaults, type Fault } from "./fault-run";
import { cases, LONG_TEST, MANY, seed } from "../support/cases";
import { openWorkbook, type OpenWorkbook } from "../support/open-workbook";

const CODES = ["GeneralException", "InvalidOperationInCellEditMode", "AccessDenied", "RequestPayloadSizeLimitExceeded", "Timeout"];
/** So many operations of each request that writes. */
const SAMPLE = cases("faultsInRequest");
/** The requests that an action begins with only read. */
const READING = 3;

describe("a fault at every step", () => {
  let open: OpenWorkbook;
  let actions: TriedAction[];
  const total = { tried: 0, survived: 0 };
  beforeAll(async () => {
    actions = await triedActions();
    open = await openWorkbook(actions[0]?.workbook);
  });
  afterAll(() => {
    open.close();
    console.log(`faults tried: ${total.tried}, survived: ${total.survived}`);
  });

  test("is tried in every action", () => {
    expect(actions.map(({ name }) => name)).toEqual(TRIED);
  });

  test.each(TRIED)("of %s leaves the workbook as it was, says so in a clerk's words, and the next try succeeds", async (name) => {
    const action = actions.find((one) => one.name === name);
    if (!action) throw new Error(`no action ${name}`);
    const { faults, retryEvery } = await faultsOf(action);
    const count = await tryFaults(open.host, action, faults, retryEvery);
    total.tried += count.tried;
    total.survived += count.survived;
    if (MANY) console.log(`${name}: ${count.tried} faults tried, ${count.survived} survived`);
    expect(count.troubles).toEqual([]);
  }, LONG_TEST);

  /** Each request fails, and operations of those that write; with every code in the soak, else with one in turn. */
  async function faultsOf(action: TriedAction): Promise<{ faults: Fault[]; retryEvery: number }> {
    const operations = await requestsOf(open.host, action);
    const inTurn = (seed() + actions.indexOf(action)) % READING;
    const faults = operations.flatMap((names, request): Fault[] => {
      const count = names.length;
      // All actions begin with the same reading: one of its requests is struck in each, another by each seed.
      if (!MANY && request < READING && request !== inTurn) return [];
      const writes = request >= READING;
      const codes = MANY ? CODES : [CODES[(seed() + request) % CODES.length] ?? ""];
      const struck = writes ? [...new Set([...spread(count, SAMPLE), ...halfMadeRules(names), ...namelessCharts(names)])] : spread(count, 1);
      return [
        ...codes.map((code): Fault => ({ at: "request", request, code })),
        { at: "answer", request, code: "ResponsePayloadSizeLimitExceeded" },
        ...struck.map((operation, index): Fault => ({ at: "operation", request, operation, code: CODES[index % CODES.length] ?? "" })),
      ];
    });
    return { faults, retryEvery: MANY ? 1 : 6 };
  }
});

/** Where the last chart is on its sheet and has not yet its name, by which it is known. */
function namelessCharts(names: readonly string[]): number[] {
  return names.flatMap((name, at) => (name === "SetPosition" ? [at - 1] : [])).slice(-1);
}

/** Where the last conditional format of each kind is made and has no formula yet. */
function halfMadeRules(names: readonly string[]): number[] {
  return ["Formula", "LowerBoundRule"].map((name) => names.lastIndexOf(name)).filter((at) => at >= 0);
}

/** So many whole numbers below a count, spread evenly, the first and the last among them. */
function spread(count: number, most: number): number[] {
  if (most === 1) return [count - 1];
  if (count <= most) return Array.from({ length: count }, (_, index) => index);
  return Array.from({ length: most }, (_, index) => Math.round((index * (count - 1)) / (most - 1)));
}
