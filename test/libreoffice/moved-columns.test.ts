import { insertAttachments, readReport, saveTemplate } from "../../src/actions";
import { editedInLibreOffice, testWithLibreOffice } from "../support/libreoffice";
import { openWorkbook } from "../support/open-workbook";
import { rowsByLabel, savedSheets, savedValue } from "../support/saved-cells";

const TODAY = { today: "2021-05-06" };
const FIRST = "附件1 目标任务进展情况表";

/** 完成投资 (R:T) cut and put in before everything else, its 目标任务 called 计划. */
const MOVE = `
  Dim s, source, target
  s = sheets.getByName("${FIRST}")
  s.Columns.insertByIndex(1, 3)
  source = s.getCellRangeByName("U5:W23").RangeAddress
  target = s.getCellRangeByName("B5").CellAddress
  s.moveRange(target, source)
  s.Columns.removeByIndex(20, 3)
  s.getCellRangeByName("B6").String = "计划"`;

testWithLibreOffice("columns that the office moved keep their place and words in its template, and their figures", async () => {
  const before = await openWorkbook();
  await insertAttachments(await readReport(TODAY));
  const moved = editedInLibreOffice(await before.host.save(), MOVE);
  before.close();

  const open = await openWorkbook(moved);
  const { template, reading } = await saveTemplate(await readReport(TODAY), "attachment1");
  expect(template.columns.slice(0, 5).map(({ id, path }) => [id, path])).toEqual([
    ["region", null],
    ["investment.target", ["完成投资（万元）", "计划"]],
    ["investment.done", null],
    ["investment.rate", null],
    ["starts.target", null],
  ]);
  expect(template.dropped).toEqual([]);
  await insertAttachments(reading);
  const sheet = (await savedSheets(await open.host.save())).get(FIRST);
  open.close();
  if (!sheet) throw new Error("no sheet");
  const header = (row: number) => Array.from({ length: 5 }, (_, column) => String(savedValue(sheet, row, column)).replace("\n", ""));
  expect(header(4)[1]).toBe("完成投资（万元）");
  expect(header(5)).toEqual(expect.arrayContaining(["计划", "完成", "完成率"]));
  expect(rowsByLabel(sheet).get("柳林县")?.slice(1, 6)).toEqual([8000, 9190, 1.14875, 200, 263]);
});
