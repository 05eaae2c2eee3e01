import path from "node:path";
import { insertRanking, keepSettings, readReport, readSettingsFile, settingsFile, settingsOf, type Reading } from "../../src/actions";
import { DEFAULT_RANKING, type RankingRule } from "../../src/progress";
import { openWorkbook, type OpenWorkbook } from "../support/open-workbook";
import { readCorpusFile } from "../tables/corpus/corpus-file";
import { xlsxOf } from "../tables/corpus/workbook-file";

const TODAY = { today: "2024-12-01" };
const FILE = path.join(__dirname, "../tables/corpus/workbooks/six-months-a-sheet-each.txt");

describe("综合排名 on 进度排名表", () => {
  let open: OpenWorkbook;
  beforeEach(async () => {
    open = await openWorkbook(await xlsxOf(readCorpusFile(FILE)));
  });
  afterEach(() => open.close());

  const rule = async (ranking: Partial<RankingRule>): Promise<Reading> => {
    const reading = await readReport(TODAY);
    return keepSettings(reading, { office: { ...settingsOf(reading).office, ranking: { ...DEFAULT_RANKING, ...ranking } } }, TODAY);
  };
  const shown = (row: number, column: number) => open.host.workbook.sheet("进度排名表")?.cell(row, column);
  /** The first block's rows under its header, as the sheet shows them. */
  const block = () => {
    const rows = Array.from({ length: 40 }, (_, row) => Array.from({ length: 7 }, (_unused, column) => shown(row, column)?.text ?? ""));
    const first = rows.findIndex(([text]) => text === "综合排名") + 2;
    return rows.slice(first, first + 4);
  };
  const change = (sheet: string, address: string, value: number) =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem(sheet).getRange(address).values = [[value]];
      await context.sync();
    });
  /** What the report says, as the block shows it. */
  const said = ({ report: { overall } }: Reading) =>
    Object.fromEntries(overall.regions.map(({ region, score, rank, moved, last, amongLast }) => [region, [String(rank), ((score ?? 0) * 100).toFixed(2), moved === 0 ? "持平" : `${(moved ?? 0) > 0 ? "↑" : "↓"} ${Math.abs(moved ?? 0)}`, last === 0 ? "" : `${last}期`, amongLast === 0 ? "" : `${amongLast}期`]]));
  const onSheet = () => Object.fromEntries(block().map(([rank, region, score, moved, last, among]) => [region, [rank, score, moved, last, among]]));

  test("shows what the report says: score, place, movement, periods at the end, and who is summoned", async () => {
    const reading = await rule({ weights: { starts: 2 }, lastPlaces: 2, periods: 3 });
    await insertRanking(reading);
    expect(onSheet()).toEqual(said(reading));
    expect(block().map((row) => row.at(-1))).toEqual(reading.report.overall.regions.filter(({ rank }) => rank !== null).sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0)).map(({ amongLast, summoned }) => (summoned ? "约谈" : amongLast > 0 ? "末二位" : "")));
    const text = Array.from({ length: 40 }, (_, row) => shown(row, 0)?.text ?? "").find((line) => line.startsWith("计分办法"));
    expect(text).toContain("权重：棚户区改造开工2、完成投资1");
    expect(text).toContain("连续3期列末二位的列入约谈名单");
  });

  test("follows the staff's cells as a new reading would", async () => {
    await insertRanking(await rule({ lastPlaces: 2 }));
    for (const [address, value] of [["C6", 200], ["F7", 10], ["C5", 0]] as const) {
      await change("6月", address, value);
      expect(onSheet()).toEqual(said(await readReport(TODAY)));
    }
  });

  test("stands only where every indicator that counts is ranked below it", async () => {
    await insertRanking(await readReport(TODAY), { indicators: ["starts"] });
    expect(shown(2, 0)?.text).toBe("名次");
    await insertRanking(await rule({ weights: { investment: 0 } }), { indicators: ["starts"] });
    expect(shown(2, 0)?.text).toBe("名次");
  });

  test("its rule goes through the workbook and a settings file unchanged", async () => {
    const ranking = { weights: { starts: 2.5, investment: 0 }, lastPlaces: 5, periods: 1, inNotice: true };
    await rule(ranking);
    const again = settingsOf(await readReport(TODAY));
    expect(again.office.ranking).toEqual(ranking);
    expect(readSettingsFile(settingsFile(again)).settings.office.ranking).toEqual(ranking);
  });
});
