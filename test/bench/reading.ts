import { desc, op, table } from "arquero";
import { buildReport, runInStretches } from "../../src/progress";
import { loadNationalList, readingSteps, readWorkbook, type Gazetteer, type WorkbookSnapshot } from "../../src/tables";
import { ledgerGrid } from "./ledger-grid";
import { medianTime } from "./median-time";

const ROWS = 100_000;
const RUNS = 7;

/** How long a long ledger takes from its cells to the report, beside what cannot be done without. */
export async function reading(): Promise<string[]> {
  const gazetteer = await loadNationalList();
  const json = JSON.stringify({ sheets: [ledgerGrid(ROWS)] } satisfies WorkbookSnapshot);
  const parsed = () => JSON.parse(json) as WorkbookSnapshot;
  const rows = ledgerGrid(ROWS).values.slice(2);
  const columns = { region: 1, type: 3, planned: 5, begun: 6, built: 7, money: 8, spent: 9 };
  const arrays = Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, rows.map((row) => row[column])]));
  const sums = { planned: op.sum("planned"), begun: op.sum("begun"), built: op.sum("built"), money: op.sum("money"), spent: op.sum("spent") };

  const parse = medianTime(RUNS, parsed, () => undefined);
  const report = medianTime(RUNS, (snapshot) => buildReport(readWorkbook(snapshot, { gazetteer }), { today: "2021-12-31" }), parsed);
  const grouped = medianTime(RUNS, () => table(arrays).groupby("region", "type").rollup(sums).orderby(desc("planned")).objects(), () => undefined);
  const stretch = await longestStretch(parsed(), gazetteer);
  const ratio = (of: number) => (report / of).toFixed(2);
  return [
    `台账 ${ROWS} 行 × 12 列，${(json.length / 1e6).toFixed(1)} M 字符的单元格；各 ${RUNS} 次取中位数`,
    `单元格到报告 ${report.toFixed(0)} ms；JSON.parse 同样的内容 ${parse.toFixed(0)} ms；Arquero 对已解析的列分组求和 ${grouped.toFixed(0)} ms`,
    `分段读取时占用处理器最长 ${stretch.toFixed(0)} ms（目标 100）`,
    `与 JSON.parse 之比 ${ratio(parse)}（目标 1.5）；与 Arquero 之比 ${ratio(grouped)}（目标 1.0）`,
  ];
}

/** How long the pane would be held at a stretch while it reads, in milliseconds. */
async function longestStretch(snapshot: WorkbookSnapshot, gazetteer: Gazetteer): Promise<number> {
  let longest = 0;
  let start = performance.now();
  const pause = async () => {
    longest = Math.max(longest, performance.now() - start);
    await new Promise((resume) => setTimeout(resume));
    start = performance.now();
  };
  await runInStretches(readingSteps(snapshot, { gazetteer }), { pause });
  await pause();
  return longest;
}
