import { loadNoticeWriter } from "../../src/notice";
import { proofread } from "../../src/notice/proofread";
import { MUTATIONS } from "../notice/proofread/mutate";
import { runMutations } from "../notice/proofread/mutation-run";
import { randomFrom } from "../notice/proofread/random";
import { randomReport } from "../notice/proofread/random-report";

const [mutants = "5000", seed = "1", verbose] = process.argv.slice(2);
const run = await runMutations(Number(mutants), Number(seed));

console.log(`校核 · ${run.clean} 份无误的通报，误报 ${run.alarms.length} 处`);
for (const { claim, text } of run.alarms.slice(0, 10)) {
  console.log(`  ${claim.verdict} ${around(text, claim.start, claim.end)} → ${claim.expected ?? "?"}（${claim.why["zh-CN"]}）`);
}
let [made, caught] = [0, 0];
for (const kind of MUTATIONS) {
  const count = run.kinds[kind];
  made += count.made;
  caught += count.caught;
  console.log(`  ${kind.padEnd(24)} ${count.caught}/${count.made}  ${share(count.caught, count.made)}`);
}
console.log(`  ${"all".padEnd(24)} ${caught}/${made}  ${share(caught, made)}`);
if (verbose !== undefined) {
  for (const { mutant, claims } of run.missed.slice(0, Number(verbose))) {
    console.log(`  missed (${mutant.kind}, was ${mutant.original}): ${around(mutant.text, mutant.start, mutant.end)}`);
    for (const claim of claims.filter(({ start, end }) => start < mutant.end + 12 && end > mutant.start - 2)) console.log(`      ${claim.verdict} ${claim.text} ${claim.why["zh-CN"]}`);
  }
}

const LENGTH = 10_000;
const report = randomReport(randomFrom(7));
const notice = (await loadNoticeWriter()).write(report).paragraphs.map(({ text }) => text).join("\n");
const long = `${notice}\n`.repeat(Math.ceil(LENGTH / notice.length)).slice(0, LENGTH);
const times = Array.from({ length: 7 }, () => {
  const start = performance.now();
  proofread(long, report);
  return performance.now() - start;
}).sort((a, b) => a - b);
console.log(`${LENGTH} 字校核一次：${Math.round(times[3] ?? 0)} 毫秒（中位数）`);

function share(part: number, whole: number): string {
  return whole === 0 ? "–" : `${((part / whole) * 100).toFixed(2)}%`;
}

function around(text: string, start: number, end: number): string {
  return `${text.slice(Math.max(0, start - 40), start)}【${text.slice(start, end)}】${text.slice(end, end + 25)}`.replaceAll("\n", "⏎");
}
