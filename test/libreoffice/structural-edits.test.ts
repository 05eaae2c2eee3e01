import { computeProgress, insertAttachments, insertRanking, readReport } from "../../src/actions";
import { everySo } from "../support/cases";
import { editedInLibreOffice, testWithLibreOffice } from "../support/libreoffice";
import { openWorkbook } from "../support/open-workbook";
import { rowsByLabel, savedSheets } from "../support/saved-cells";

const OURS = ["进度计算", "附件1 目标任务进展情况表", "附件2 督查情况汇总表"];
/** 目标任务: the regions stand in A5:A19, notes in the last column, Q. */
const SORT = `
  Dim fields(0) As New com.sun.star.table.TableSortField
  fields(0).Field = 1 : fields(0).IsAscending = False
  sheets.getByName("目标任务").getCellRangeByName("A5:Q19").sort(Array(Named("SortFields", fields()), Named("ContainsHeader", False), Named("IsSortColumns", False)))`;

const EDITS = {
  "sorting the table by another column": SORT,
  "inserting rows above, between and below the counties": `
  sheets.getByName("目标任务").Rows.insertByIndex(10, 2)
  sheets.getByName("目标任务").Rows.insertByIndex(4, 1)
  sheets.getByName("公租房历史欠账").Rows.insertByIndex(2, 3)`,
  "inserting a column before and between the figures": `
  sheets.getByName("目标任务").Columns.insertByIndex(3, 1)
  sheets.getByName("目标任务").Columns.insertByIndex(0, 1)
  sheets.getByName("审计整改").Columns.insertByIndex(2, 2)`,
  "renaming its sheets, to names that need quotes": `
  sheets.getByName("目标任务").Name = "2021 年'目标"
  sheets.getByName("续建攻坚").Name = "R1C1"`,
  "moving its sheet to the end": `  sheets.moveByName("目标任务", sheets.Count)`,
};

/** The sample with all sheets of ours in it. */
async function withOurSheets(): Promise<Uint8Array> {
  const open = await openWorkbook();
  try {
    const computed = await computeProgress(await readReport({ today: "2021-05-06" }));
    const attached = await insertAttachments(computed.reading);
    await insertRanking(attached.reading, { indicators: ["starts"] });
    return await open.host.save();
  } finally {
    open.close();
  }
}

describe("after edits of the staff's tables every figure is still with its county", () => {
  let before: Uint8Array;
  beforeAll(async () => {
    before = await withOurSheets();
  });

  /** Our rows by region, sheet by sheet. */
  async function figures(bytes: Uint8Array): Promise<Map<string, unknown[]>[]> {
    const sheets = await savedSheets(bytes);
    return OURS.map((name) => {
      const sheet = sheets.get(name);
      if (!sheet) throw new Error(`no sheet ${name}`);
      return rowsByLabel(sheet);
    });
  }

  /** What the staff's sheets are called and hold. */
  async function staff(bytes: Uint8Array): Promise<unknown> {
    const theirs = [...(await savedSheets(bytes))].filter(([name]) => ![...OURS, "进度排名表"].includes(name));
    return theirs.map(([name, sheet]) => [name, sheet.rowCount, sheet.columnCount, [...rowsByLabel(sheet)]]);
  }

  const unchanged = async (basic: string) => {
    const edited = editedInLibreOffice(before, basic);
    expect(await staff(edited)).not.toEqual(await staff(before));
    const after = await figures(edited);
    expect(after).toEqual(await figures(before));
    return after;
  };

  // Singly every third, others by each seed; together in every run.
  for (const [name, basic] of everySo(3, Object.entries(EDITS))) testWithLibreOffice(name, () => unchanged(basic).then(() => undefined));

  testWithLibreOffice("all of these together", async () => {
    const [progress] = await unchanged(`${SORT}
  sheets.getByName("目标任务").Rows.insertByIndex(8, 1)
  sheets.getByName("目标任务").Columns.insertByIndex(5, 1)
  sheets.getByName("目标任务").Name = "任务 (改)"`);
    expect(progress?.get("柳林县")?.slice(1, 4)).toEqual([200, 263, 1.315]);
  });

  testWithLibreOffice("deleting another county's row: that county is missed in plain sight, the others keep theirs", async () => {
    // 岚县 stands in row 14 of the table.
    const [progress, first] = await figures(editedInLibreOffice(before, `
  Dim row
  For row = 4 To 18
    If sheets.getByName("目标任务").getCellByPosition(0, row).String = "岚县" Then Exit For
  Next row
  sheets.getByName("目标任务").Rows.removeByIndex(row, 1)`));
    const [progressBefore, firstBefore] = await figures(before);
    // Ranks and totals say that a county is missing; its neighbours' own figures do not change.
    const own = (row: unknown[] | undefined) => row?.slice(1, 4);
    for (const region of ["离石区", "石楼县", "方山县", "市本级"]) {
      expect(own(progress?.get(region))).toEqual(own(progressBefore?.get(region)));
      expect(first?.get(region)).toEqual(firstBefore?.get(region));
    }
    expect(first?.get("岚县")).toContain("#N/A");
    expect(first?.get("合计")).toContain("#N/A");
  });

  testWithLibreOffice("a figure typed into a blank cell shows at once", async () => {
    const [, first] = await figures(editedInLibreOffice(before, `
  Dim r
  For r = 4 To 18
    If sheets.getByName("目标任务").getCellByPosition(0, r).String = "汾阳市" Then
      sheets.getByName("目标任务").getCellByPosition(1, r).Value = 400
      sheets.getByName("目标任务").getCellByPosition(2, r).Value = 100
    End If
  Next r`));
    expect(first?.get("汾阳市")?.slice(1, 4)).toEqual([400, 100, 0.25]);
    expect(first?.get("合计")?.slice(1, 3)).toEqual([4405, 1099]);
  });
});
