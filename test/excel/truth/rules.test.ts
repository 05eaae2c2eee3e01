import { clearMarks, computeProgress, insertAttachments, readReport, takeBack } from "../../../src/actions";
import { codeOf } from "../../excel-host/support";
import type { OpenWorkbook } from "../../support/open-workbook";
import { layDialogRules, openIn, reopenIn, staffRules, TODAY } from "./support";

let open: OpenWorkbook;
afterEach(() => open.close());

const ourRules = () => JSON.stringify(open.host.engine.findSheet("目标任务")?.root.children).split("住房保障进度通报").length - 1;

describe("line 2: conditional formats that Excel does not let an add-in read", () => {
  test("are the staff's: reading goes on, marks are laid and taken off, and the rules stay", async () => {
    open = await openIn([]);
    await layDialogRules();
    open = await reopenIn(open, ["rules of Excel's dialog"]);
    const before = staffRules(open, "目标任务");
    const reading = await readReport(TODAY);
    expect(reading.report.tables.length).toBeGreaterThan(0);
    const outcome = await computeProgress(reading);
    expect(outcome.remarks).toContainEqual({ kind: "rules-unread", sheets: ["目标任务"] });
    expect(ourRules()).toBeGreaterThan(0);
    const once = ourRules();
    await computeProgress(await readReport(TODAY));
    expect(ourRules()).toBe(once);
    await clearMarks(await readReport(TODAY));
    expect(ourRules()).toBe(0);
    expect(staffRules(open, "目标任务")).toEqual(before);
  });

  test("where nothing at all can be learned of them, the sheet is not marked, and that is said", async () => {
    open = await openIn([]);
    await layDialogRules();
    open = await reopenIn(open, ["rules unreadable"]);
    const before = staffRules(open, "目标任务");
    const outcome = await computeProgress(await readReport(TODAY));
    expect(outcome.remarks).toContainEqual({ kind: "not-marked", sheets: ["目标任务"] });
    expect(outcome.sheets.length).toBe(1);
    expect(ourRules()).toBe(0);
    expect(staffRules(open, "目标任务")).toEqual(before);
  });

  test("marks that Ctrl+Z brought back answer no call: reading, computing and 撤销 go on", async () => {
    open = await openIn([]);
    await computeProgress(await readReport(TODAY));
    open = await reopenIn(open, ["rules after Ctrl+Z"]);
    const stood = ourRules();
    const outcome = await computeProgress(await readReport(TODAY));
    expect(outcome.remarks).toContainEqual({ kind: "rules-unread", sheets: expect.arrayContaining(["目标任务"]) as string[] });
    expect(ourRules()).toBe(stood * 2);
    await takeBack(outcome);
    expect(ourRules()).toBe(stood);
  });

  test("marks that Excel does not delete stay below the new ones, and that is said", async () => {
    open = await openIn([]);
    await computeProgress(await readReport(TODAY));
    open = await reopenIn(open, ["rules undeletable"]);
    const stood = ourRules();
    const outcome = await computeProgress(await readReport(TODAY));
    expect(outcome.remarks).toContainEqual({ kind: "marks-stay", sheets: expect.arrayContaining(["目标任务"]) as string[] });
    expect(ourRules()).toBe(stood * 2);
    const cleared = await clearMarks(await readReport(TODAY));
    expect(cleared.remarks).toContainEqual({ kind: "marks-stay", sheets: expect.arrayContaining(["目标任务"]) as string[] });
    expect(ourRules()).toBe(stood);
  });
});

describe("line 15: rules that the API makes", () => {
  test("do not stop the staff's rules below them", async () => {
    open = await openIn([]);
    await computeProgress(await readReport(TODAY));
    const stops = await Excel.run(async (context) => {
      const rules = context.workbook.worksheets.getItem("目标任务").getRange().conditionalFormats;
      rules.load("items/stopIfTrue");
      await context.sync();
      return rules.items.map(({ stopIfTrue }) => stopIfTrue);
    });
    expect(stops.length).toBeGreaterThan(0);
    expect(stops.every((one) => !one)).toBe(true);
  });

  test("of several areas come back as they were where a write fails: seen from their own cells", async () => {
    open = await openIn([]);
    await computeProgress(await readReport(TODAY));
    const rules = open.host.engine.findSheet("目标任务")!.root.children.filter((node) => typeof node !== "string" && node.name === "conditionalFormatting");
    const [first] = rules;
    if (!first || typeof first === "string") throw new Error("no rule");
    first.attrs["sqref"] = `${first.attrs["sqref"] ?? ""} C30:C31`;
    const before = await areaFormulas();
    const reading = await readReport({ ...TODAY, asOf: "2021-12-31" });
    let failed = false;
    open.host.beforeOperation = ({ name }) => {
      // A new mark is being laid: those that stood are gone.
      if (name !== "StopIfTrue" || failed) return;
      failed = true;
      throw Object.assign(new Error("broken"), { code: "GeneralException" });
    };
    await expect(computeProgress(reading)).rejects.toMatchObject({ code: "unexpected" });
    open.host.beforeOperation = undefined;
    expect(await areaFormulas()).toEqual(before);
  });

  const areaFormulas = () =>
    Promise.resolve(
      open.host.engine
        .findSheet("目标任务")!
        .root.children.flatMap((node) => (typeof node !== "string" && node.name === "conditionalFormatting" && (node.attrs["sqref"] ?? "").includes(" ") ? [JSON.stringify(node.children).replace(/"(?:priority|dxfId)":"?\d+"?,?/g, "")] : [])),
    );

  test("take no relative reference as the bound of a bar, no ① or 𠮷 in a name", async () => {
    open = await openIn([]);
    const bar = (formula: string) =>
      codeOf(
        Excel.run(async (context) => {
          context.workbook.worksheets.getFirst().getRange("B5:B9").conditionalFormats.add("DataBar").dataBar.lowerBoundRule = { type: "Formula", formula };
          await context.sync();
        }),
      );
    expect([await bar("=B5"), await bar("=$B$5"), await bar('=N("B5")')]).toEqual(["InvalidArgument", "", ""]);
    const name = (text: string) =>
      codeOf(
        Excel.run(async (context) => {
          context.workbook.names.add(text, "=1");
          await context.sync();
        }),
      );
    expect([await name("开工①"), await name("𠮷"), await name("开工1")]).toEqual(["InvalidArgument", "InvalidArgument", ""]);
    // Nothing of ours needs them: all sheets are written.
    expect((await insertAttachments(await readReport(TODAY))).sheets.length).toBe(2);
  });
});
