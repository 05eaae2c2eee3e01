import { proofreadDraft, readReport, takeBack, writeNotice, writeProofreading } from "../../../src/actions";
import type { OpenWorkbook } from "../../support/open-workbook";
import { openIn, staffRules, TODAY } from "./support";

let open: OpenWorkbook;
beforeEach(async () => {
  open = await openIn([]);
});
afterEach(() => open.close());

const on = <T>(sheet: string, work: (sheet: Excel.Worksheet) => T) =>
  Excel.run(async (context) => {
    const asked = work(context.workbook.worksheets.getItem(sheet));
    await context.sync();
    return asked;
  });

describe("line 4: 撤销 of a notice in the staff's cells", () => {
  test("leaves their conditional formats and their validation on those cells", async () => {
    await on("目标任务", (sheet) => {
      sheet.getRange("A38:N45").conditionalFormats.add("Custom").custom.rule.formula = "=$A38>1";
      sheet.getRange("B40:C42").dataValidation.rule = { list: { inCellDropDown: true, source: "是,否" } };
      sheet.getRange("A41").format.font.color = "#FF0000";
    });
    open.host.select("目标任务", "A40:N40");
    const rules = staffRules(open, "目标任务");
    const outcome = await writeNotice(await readReport(TODAY), "selection");
    expect(outcome.places[0]).toContain("目标任务!A40");
    await takeBack(outcome);
    expect(staffRules(open, "目标任务")).toEqual(rules);
    const { validation, cells } = await on("目标任务", (sheet) => {
      const validation = sheet.getRange("B40:C42").dataValidation;
      validation.load("type,rule");
      const cells = sheet.getRange("A40:N60");
      cells.load("values");
      return { validation, cells };
    });
    expect(validation).toMatchObject({ type: "List", rule: { list: { source: "是,否" } } });
    expect(cells.values.flat().every((value) => value === "")).toBe(true);
    const look = await on("目标任务", (sheet) => {
      const [first, second] = [sheet.getRange("A40"), sheet.getRange("A41")];
      for (const cell of [first, second]) cell.load("format/font/name,format/font/size,format/font/color,format/wrapText,format/horizontalAlignment,format/fill/color");
      return [first, second];
    });
    expect(look.map(({ format }) => [format.wrapText, format.horizontalAlignment, format.font.color, format.fill.color])).toEqual([
      [false, "General", "#000000", "#FFFFFF"],
      [false, "General", "#FF0000", "#FFFFFF"],
    ]);
  });
});

describe("line 5: a text that begins with “=”", () => {
  const draft = (figure: number) => `=1+1，棚户区改造开工${figure}套。`;
  const write = async (figure: number, edited: "ask" | "replace" = "ask") => {
    const reading = await readReport(TODAY);
    return writeProofreading(reading, draft(figure), proofreadDraft(reading, draft(figure)), { edited });
  };
  const cells = () => on("校核结果", (sheet) => sheet.getUsedRange().load("values,formulas"));
  const edits = async () => (await readReport(TODAY)).state.sheets.find(({ name }) => name === "校核结果")?.standing?.edits;

  test("is a text again after 撤销, no formula", async () => {
    await write(998);
    const before = await cells();
    expect(before.values.flat()).toContain("=1+1，棚户区改造开工【998套】。");
    const second = await write(997);
    await takeBack(second);
    expect((await cells()).values).toEqual(before.values);
  });

  test("edited into a formula is an edit", async () => {
    await write(998);
    expect(await edits()).toBeNull();
    const { values } = await cells();
    const row = values.findIndex((one) => one.includes("=1+1，棚户区改造开工【998套】。"));
    const column = values[row]?.indexOf("=1+1，棚户区改造开工【998套】。") ?? -1;
    await on("校核结果", (sheet) => {
      const cell = sheet.getUsedRange().getCell(row, column);
      cell.formulas = [['="=1+1，棚户区改造开工【998套】。"']];
    });
    expect((await edits())?.rows).toEqual([row]);
  });
});
