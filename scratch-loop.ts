import fs from "node:fs";
import { Workbook } from "@cj-tech-master/excelts";
import { buildReport, type Report } from "./src/progress";
import { loadNationalList, readWorkbook, type CellValue } from "./src/tables";
import { proofread } from "./src/notice/proofread";
async function reportOf(file: string): Promise<Report> {
  const w = new Workbook(); await w.xlsx.readFile(file);
  const sheets = w.worksheets.map((sheet: any) => { const grid = (read: any) => Array.from({ length: sheet.rowCount }, (_, r) => Array.from({ length: sheet.columnCount }, (__, c) => read(r + 1, c + 1)));
    return { name: sheet.name, visible: true, ours: false, row: 0, column: 0, values: grid((r: number, c: number) => { const cell = sheet.getCell(r, c); if (cell.isMerged && cell.master.address !== cell.address) return ""; return ((cell.formula ? cell.result : cell.value) ?? "") as CellValue; }), formats: null, merges: null, hiddenRows: [] }; });
  return buildReport(readWorkbook({ sheets } as any, { gazetteer: await loadNationalList() }), { today: "2021-05-06" });
}
const dir = "/tmp/w17/shared/proofreading-cases/";
async function main() {
  const reports = new Map<string, Report>();
  const load = async (wb: string) => { const f = wb.startsWith("samples/") ? wb : dir + wb; if (!reports.has(f)) reports.set(f, await reportOf(f)); return reports.get(f)!; };
  const v = process.argv.includes("-v");
  let alarm = 0, ok = 0, sus = 0, unv = 0;
  for (const t of JSON.parse(fs.readFileSync(dir + "true.json", "utf8"))) { const r = await load(t.workbook); const c = proofread(t.text + "\n", r).claims;
    const w = c.filter((x) => x.verdict === "wrong"); ok += c.filter((x) => x.verdict === "ok").length; sus += c.filter((x) => x.verdict === "suspect").length; unv += c.filter((x) => x.verdict === "unverified").length;
    if (w.length) { alarm++; console.log("ALARM", t.text.split("\n").at(-1), "|", w.map((x) => `${x.text} → ${x.expected} ${x.why["zh-CN"]}`).join("; ")); }
    for (const x of c.filter((y) => y.verdict === "suspect")) console.log("SUSPECT", t.text.split("\n").at(-1), x.text, x.why["zh-CN"]);
    if (v) for (const x of c.filter((y) => y.verdict === "unverified" && y.kind !== "date")) console.log("  unv", t.text.split("\n").at(-1), "【", x.text, "】", x.missing, JSON.stringify(x.slots)); }
  let hit = 0, n = 0;
  for (const t of JSON.parse(fs.readFileSync(dir + "wrong.json", "utf8"))) { n++; const r = await load(t.workbook); const at = t.text.indexOf(t.wrong); const c = proofread(t.text + "\n", r).claims;
    if (c.some((x) => /wrong|suspect/.test(x.verdict) && (x.text.includes(t.wrong) || t.wrong.includes(x.text) || (at < x.end && x.start < at + t.wrong.length)))) hit++; else console.log("MISSED", t.kind, t.text, "|", t.wrong, "|", c.map((x) => `${x.text}:${x.verdict}:${x.missing}`).join(" ")); }
  console.log(`alarms ${alarm} ok ${ok} suspect ${sus} unverified ${unv}; wrong ${hit}/${n}`);
  const i = process.argv.indexOf("-t"); if (i > 0) { const r = await load(process.argv[i + 2] ?? "small-city.xlsx"); console.log(r.place, r.regions.map((x) => x.name).join(), r.indicators.map((x) => `${x.id}:${x.name}:${x.unit}`).join()); for (const x of proofread(process.argv[i + 1]!, r).claims) console.log(x.text, x.verdict, x.expected, x.why["zh-CN"], x.missing, JSON.stringify(x.slots)); }
}
void main();
