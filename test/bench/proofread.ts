import { loadNoticeWriter, type Claim } from "../../src/notice";
import { proofread, proofreadSteps } from "../../src/notice/proofread";
import type { Report } from "../../src/progress";
import { MUTATIONS } from "../notice/proofread/mutate";
import { runMutations, type MutationRun } from "../notice/proofread/mutation-run";
import { randomFrom } from "../notice/proofread/random";
import { randomReport } from "../notice/proofread/random-report";

/** Signs of a long draft, and of one as long as a notice comes. */
const LENGTHS = [10_000, 30_000];
const ROUNDS = 7;

/**
 * What proofreading catches and how long it takes:
 * `npm run bench:proofread -- [mutants a seed] [first seed] [seeds] [how many of the missed to print]`.
 */
async function main([mutants = "1000", first = "1", seeds = "5", verbose = "0"]: string[]): Promise<void> {
  const runs: MutationRun[] = [];
  for (let seed = Number(first); seed < Number(first) + Number(seeds); seed++) {
    const run = await runMutations(Number(mutants), seed);
    const made = MUTATIONS.reduce((total, kind) => total + run.kinds[kind].made, 0);
    console.log(`种子 ${seed}：${run.clean} 份无误的通报，误报 ${run.alarms.length} 处；查出 ${made - run.missed.length}/${made}  ${share(made - run.missed.length, made)}`);
    runs.push(run);
  }
  printKinds(runs);
  for (const run of runs) printMissed(run, Number(verbose));
  await printTimes();
}

function printKinds(runs: readonly MutationRun[]): void {
  const sum = (of: (run: MutationRun) => number) => runs.reduce((total, run) => total + of(run), 0);
  for (const kind of MUTATIONS) {
    const [caught, made] = [sum((run) => run.kinds[kind].caught), sum((run) => run.kinds[kind].made)];
    console.log(`  ${kind.padEnd(24)} ${caught}/${made}  ${share(caught, made)}`);
  }
  const made = sum((run) => MUTATIONS.reduce((total, kind) => total + run.kinds[kind].made, 0));
  console.log(`  ${"all".padEnd(24)} ${made - sum((run) => run.missed.length)}/${made}  ${share(made - sum((run) => run.missed.length), made)}`);
  console.log(`误报 ${sum((run) => run.alarms.length)} 处（${sum((run) => run.clean)} 份无误的通报）`);
}

function printMissed({ alarms, missed }: MutationRun, most: number): void {
  for (const { claim, text } of alarms.slice(0, 10)) console.log(`  false alarm: ${around(text, claim.start, claim.end)}\n${line(claim)}`);
  for (const { mutant, claims } of missed.slice(0, most)) {
    console.log(`  missed (${mutant.kind}, was ${mutant.original}): ${around(mutant.text, mutant.start, mutant.end)}`);
    for (const claim of claims.filter(({ start, end }) => start < mutant.end + 12 && end > mutant.start - 2)) console.log(line(claim));
  }
}

async function printTimes(): Promise<void> {
  const report = randomReport(randomFrom(7));
  const notice = (await loadNoticeWriter()).write(report).paragraphs.map(({ text }) => text).join("\n");
  for (const length of LENGTHS) {
    const long = `${notice}\n`.repeat(Math.ceil(length / notice.length)).slice(0, length);
    const times = Array.from({ length: ROUNDS }, () => {
      const start = performance.now();
      proofread(long, report);
      return performance.now() - start;
    }).sort((a, b) => a - b);
    console.log(`${length} 字的最长一步：${Math.round(longestStep(long, report))} 毫秒`);
    console.log(`${length} 字校核一次：${Math.round(times[Math.floor(ROUNDS / 2)] ?? 0)} 毫秒（${ROUNDS} 次的中位数）`);
  }
}

/** The longest that a step holds the thread, once the code is warm. */
function longestStep(draft: string, report: Report): number {
  let longest = 0;
  const steps = proofreadSteps(draft, report);
  for (let done = false; !done; ) {
    const start = performance.now();
    done = steps.next().done === true;
    longest = Math.max(longest, performance.now() - start);
  }
  return longest;
}

function line({ verdict, text, expected, why }: Claim): string {
  return `      ${verdict} ${text} → ${expected ?? "–"}（${why["zh-CN"]}）`;
}

function share(part: number, whole: number): string {
  return whole === 0 ? "–" : `${((part / whole) * 100).toFixed(2)}%`;
}

function around(text: string, start: number, end: number): string {
  return `${text.slice(Math.max(0, start - 60), start)}【${text.slice(start, end)}】${text.slice(end, end + 30)}`.replaceAll("\n", "⏎");
}

void main(process.argv.slice(2));
