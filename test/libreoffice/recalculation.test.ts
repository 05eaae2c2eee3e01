import { Workbook } from "@cj-tech-master/excelts";
import { computeProgress, insertAttachments, readReport, writeNotice } from "../../src/actions";
import { recalculated, testWithLibreOffice } from "../support/libreoffice";
import { openWorkbook } from "../support/open-workbook";

const OURS = ["进度计算", "附件1 目标任务进展情况表", "附件2 督查情况汇总表"];

/** Formula cells of a saved workbook with the values they show: "附件1!C5" → 999. */
async function formulaValues(bytes: Uint8Array): Promise<Map<string, unknown>> {
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes);
  const values = new Map<string, unknown>();
  for (const sheet of workbook.worksheets) {
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.formula) values.set(`${sheet.name}!${cell.address}`, cell.result ?? "");
      }),
    );
  }
  return values;
}

const comparable = (value: unknown) => (typeof value === "number" ? Number(value.toPrecision(12)) : value);

testWithLibreOffice("LibreOffice's own calculation agrees with every formula that we inserted", async () => {
  const open = await openWorkbook();
  const computed = await computeProgress(await readReport({ today: "2021-05-06" }));
  const attached = await insertAttachments(computed.reading);
  await writeNotice(attached.reading, "sheet");
  const saved = await open.host.save();
  open.close();
  const [ours, theirs] = [await formulaValues(saved), await formulaValues(recalculated(saved))];
  const cells = [...ours].filter(([name]) => OURS.some((sheet) => name.startsWith(`${sheet}!`)));
  expect(cells.length).toBeGreaterThan(500);
  const differing = cells.filter(([name, value]) => comparable(theirs.get(name)) !== comparable(value));
  expect(differing.map(([name, value]) => [name, value, theirs.get(name)])).toEqual([]);
}, 120_000);
