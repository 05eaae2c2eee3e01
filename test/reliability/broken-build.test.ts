import * as settleWrite from "../../src/excel/settle-write";
import * as problem from "../../src/excel/problem";
import { openWorkbook, type OpenWorkbook } from "../support/open-workbook";
import { triedActions, type TriedAction } from "./actions";
import { requestsOf, tryFaults, type FaultCount } from "./fault-run";

jest.mock("../../src/excel/settle-write", () => ({ __esModule: true, ...jest.requireActual<typeof settleWrite>("../../src/excel/settle-write") }));
jest.mock("../../src/excel/problem", () => ({ __esModule: true, ...jest.requireActual<typeof problem>("../../src/excel/problem") }));

/** The checks of this folder are worth what they catch: each of these faults in the product has to be caught. */
describe("a build that is broken on purpose", () => {
  let open: OpenWorkbook;
  let actions: TriedAction[];
  beforeAll(async () => {
    actions = await triedActions();
    open = await openWorkbook(actions[0]?.workbook);
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => open.close());

  /** Lets one operation in the middle of an action's write fail, under the checks of the fault run. */
  async function caught(name: string): Promise<FaultCount> {
    const action = actions.find((one) => one.name === name);
    if (!action) throw new Error(`no action ${name}`);
    const operations = await requestsOf(open.host, action);
    const operation = Math.floor((operations.at(-1) ?? 0) / 2);
    return tryFaults(open.host, action, [{ at: "operation", request: operations.length - 1, operation, code: "GeneralException" }]);
  }

  test("as it is, the fault is survived", async () => {
    expect(await caught("插入附件")).toEqual({ tried: 1, survived: 1, troubles: [] });
  });

  test("without its rollback: the half-made sheets are found", async () => {
    jest.spyOn(settleWrite, "settle").mockResolvedValue(false);
    const { survived, troubles } = await caught("插入附件");
    expect(survived).toBe(0);
    expect(troubles[0]).toContain("xl/worksheets/sheet5.xml came");
  });

  test("with an error that is swallowed: what is told as done and is not is found", async () => {
    jest.spyOn(settleWrite, "settle").mockResolvedValue(true);
    const { survived, troubles } = await caught("生成通报 onto a sheet");
    expect(survived).toBe(0);
    expect(troubles[0]).toContain("told as done");
  });

  test("with the cells of a notice left as they are: the staff's sheet is found changed", async () => {
    jest.spyOn(problem, "putBack").mockResolvedValue(undefined);
    const { survived, troubles } = await caught("生成通报 into the selection");
    expect(survived).toBe(0);
    expect(troubles[0]).toContain("xl/worksheets/sheet1.xml");
  });

  test("with Excel's own words for the user: they are found unclear", async () => {
    jest.spyOn(problem, "describeError").mockImplementation((error) => error as problem.Problem);
    const { survived, troubles } = await caught("保存本期");
    expect(survived).toBe(0);
    expect(troubles[0]).toContain("not in a clerk's words");
  });
});
