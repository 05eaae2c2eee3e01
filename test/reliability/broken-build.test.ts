import * as settleWrite from "../../src/excel/settle-write";
import * as problem from "../../src/excel/problem";
import * as putBack from "../../src/excel/put-back";
import * as formulas from "../../src/attachments/formulas";
import * as decimal from "../../src/progress/decimal";
import { computeProgress, readReport } from "../../src/actions";
import { reportOf, sheetOf } from "../support/grid";
import { openWorkbook, type OpenWorkbook } from "../support/open-workbook";
import { triedActions, type TriedAction } from "./actions";
import { unexplained } from "./fuzz/figures";
import { refused } from "./fuzz/plans";
import { notAsReported } from "./fuzz/shown-figures";
import { workbookFile } from "./fuzz/workbook-file";
import { requestsOf, tryFaults, type FaultCount } from "./fault-run";

jest.mock("../../src/excel/settle-write", () => ({ __esModule: true, ...jest.requireActual<typeof settleWrite>("../../src/excel/settle-write") }));
jest.mock("../../src/excel/problem", () => ({ __esModule: true, ...jest.requireActual<typeof problem>("../../src/excel/problem") }));
jest.mock("../../src/excel/put-back", () => ({ __esModule: true, ...jest.requireActual<typeof putBack>("../../src/excel/put-back") }));
jest.mock("../../src/attachments/formulas", () => ({ __esModule: true, ...jest.requireActual<typeof formulas>("../../src/attachments/formulas") }));
jest.mock("../../src/progress/decimal", () => ({ __esModule: true, ...jest.requireActual<typeof decimal>("../../src/progress/decimal") }));

/** The requests that an action begins with only read. */
const READING = 3;

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
    // The longest of those that follow the reading: after it come pages alone, whose failure is a remark.
    const sizes = operations.map(({ length }, at) => (at < READING ? 0 : length));
    const request = sizes.indexOf(Math.max(...sizes));
    return tryFaults(open.host, action, [{ at: "operation", request, operation: Math.floor((sizes[request] ?? 0) / 2), code: "GeneralException" }]);
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
    jest.spyOn(putBack, "putBack").mockResolvedValue(undefined);
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

  describe("in what it reads and writes of random cells", () => {
    const HEADER = ["县（市、区）", "棚户区改造开工任务（套）", "棚户区改造已开工（套）"];
    const sheets = [sheetOf("任务", [HEADER, ["AB区", 100, 40], ["A*区", 200, 60], ["乙县", 300, 70]])];

    /** What the checks of random grids and workbooks find in it. */
    async function found(): Promise<string[]> {
      const report = reportOf(sheets);
      await open.host.load(await workbookFile(sheets, false));
      const shown = notAsReported(open.host, await computeProgress(await readReport({ today: "2021-12-31" })));
      return [...unexplained(report, sheets), ...refused(report, sheets), ...shown];
    }

    test("as it is, nothing", async () => {
      expect(await found()).toEqual([]);
    });

    test("a total that leaves a county out", async () => {
      const { sum } = jest.requireActual<typeof decimal>("../../src/progress/decimal");
      jest.spyOn(decimal, "sum").mockImplementation((values) => sum(values.slice(1)));
      expect((await found()).join()).toContain("are not the sums");
    });

    test("wildcards that are not escaped: one county has the other's figures", async () => {
      const { figureExpression } = jest.requireActual<typeof formulas>("../../src/attachments/formulas");
      jest.spyOn(formulas, "figureExpression").mockImplementation((link, row) => figureExpression(link, row)?.replaceAll("~", "") ?? null);
      expect((await found()).join()).toContain("A*区 starts.target shows 100, is 200");
    });

    test("a formula that Excel refuses, or that points at nothing", async () => {
      const { figureExpression } = jest.requireActual<typeof formulas>("../../src/attachments/formulas");
      const spy = jest.spyOn(formulas, "figureExpression").mockImplementation((link, row) => `${figureExpression(link, row) ?? ""}+(1`);
      expect(refused(reportOf(sheets), sheets).join()).toContain("cannot be read");
      spy.mockImplementation(() => "N('别处'!$A$1)");
      expect(refused(reportOf(sheets), sheets).join()).toContain("no sheet 别处");
    });

    test("a figure that stands in no cell, or in another county's", () => {
      const report = reportOf(sheets);
      const [first, second] = report.indicators[0]?.regions ?? [];
      if (!first?.target || !second?.target) throw new Error("no targets");
      first.target = { ...first.target, value: 101 };
      second.target = { ...second.target, source: { ...second.target.source, link: first.target.source.link } };
      const troubles = unexplained(report, sheets).join();
      expect(troubles).toContain("AB区 target = 101: its cells say otherwise");
      expect(troubles).toContain("A*区 target = 200: the formula gives 100");
    });
  });
});
