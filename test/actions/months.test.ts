import path from "node:path";
import { computeProgress, insertAttachments, insertRanking, keepPeriod, periodsOf, readReport, writeNotice, type Reading } from "../../src/actions";
import { cellName } from "../../src/progress";
import { readCorpusFile } from "../tables/corpus/corpus-file";
import { xlsxOf } from "../tables/corpus/workbook-file";
import { openWorkbook, type OpenWorkbook } from "../support/open-workbook";

const TODAY = { today: "2024-12-01" };
const MARCH = "2024-03-31";
/** 开工 at the end of each month, as typed in all three workbooks. */
const DONE = [20, 120, 260, 410, 630, 820];

/** Three ways to keep the same six months, and which staff's cells are March's. */
const KINDS = [
  { name: "six-months-a-sheet-each", isMarch: /^'?3月'?!/ },
  { name: "six-months-last-one-hidden", isMarch: /^'?3月'?!/ },
  { name: "six-months-as-column-groups", isMarch: /^'?棚改'?!\$?[AHIJ]\$?\d+(?::\$?[AHIJ]\$?\d+)?$/ },
];

/** References to other sheets in a formula. */
const ELSEWHERE = /(?:'[^']+'|[\p{L}\p{N}_]+)!\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?/gu;

describe.each(KINDS)("$name", ({ name, isMarch }) => {
  let open: OpenWorkbook;
  beforeEach(async () => {
    open = await openWorkbook(await xlsxOf(readCorpusFile(path.join(__dirname, `../tables/corpus/workbooks/${name}.txt`))));
  });
  afterEach(() => open.close());

  const read = (asOf?: string) => readReport({ ...TODAY, ...(asOf === undefined ? {} : { asOf }) });
  const doneOf = ({ report }: Reading) => report.indicators.find(({ id }) => id === "starts")?.done;
  const formulasOn = (sheet: string): string[] => {
    const view = open.host.workbook.sheet(sheet);
    if (!view) throw new Error(`no sheet ${sheet}`);
    return Array.from({ length: 60 }, (_, row) => Array.from({ length: 20 }, (_unused, column) => String(view.cell(row, column).formula ?? ""))).flat();
  };

  test("has every month's figures, and reads the newest", async () => {
    const reading = await read();
    expect(reading.report.asOf).toBe("2024-06-30");
    expect(periodsOf(reading).map(({ indicators }) => indicators.starts?.done)).toEqual(DONE);
  });

  test("as of March has March everywhere: pane, sheets, marks, notice, ranking", async () => {
    const computed = await computeProgress(await read(MARCH));
    expect([computed.reading.report.asOf, doneOf(computed.reading)]).toEqual([MARCH, 260]);
    expect(computed.places.length).toBeGreaterThan(0);
    for (const place of computed.places) expect(place).toMatch(isMarch);
    const attached = await insertAttachments(await read(MARCH));
    const ranked = await insertRanking(await read(MARCH));
    const referred = [computed, attached, ranked].flatMap(({ sheets }) => sheets.flatMap((sheet) => formulasOn(sheet.name))).flatMap((formula) => formula.match(ELSEWHERE) ?? []);
    expect(referred.length).toBeGreaterThan(10);
    expect(referred.filter((reference) => !isMarch.test(reference))).toEqual([]);
    const { reading } = await writeNotice(await read(MARCH), "sheet");
    const text = reading.state.noticeRecord?.paragraphs.map((paragraph) => paragraph.text).join("\n") ?? "";
    expect(text).toContain("截至2024年3月31日");
    expect(text).toContain("开工260套");
    expect(text).toContain("较上期提高10个百分点");
    expect(ranked.reading.report.overall.previous).toBe("2024-02-29");
  });

  test("compares with the sheets' own last month, whatever was kept; a difference is told once it is there", async () => {
    const march = await keepPeriod(await read(MARCH));
    expect(march.state.periods.map(({ asOf }) => asOf)).toEqual([MARCH]);
    expect((await read()).report.findings.filter(({ code }) => code === "kept-differs")).toEqual([]);
    const cell = march.report.indicators[0]?.regions[1]?.done?.source.cells[0];
    if (!cell) throw new Error("no cell");
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem(cell.sheet).getCell(cell.row, cell.column).values = [[150]];
      await context.sync();
    });
    const [found] = (await read()).report.findings.filter(({ code }) => code === "kept-differs");
    expect(found?.cells.map(cellName)).toEqual([cellName(cell)]);
    expect(found?.message["zh-CN"]).toContain("文水县保存时为20%");
    expect(found?.message["zh-CN"]).toContain("现为30%");
    // What is kept anew is what the sheets say.
    await keepPeriod(await read(MARCH));
    expect((await read()).report.findings.filter(({ code }) => code === "kept-differs")).toEqual([]);
  });
});
