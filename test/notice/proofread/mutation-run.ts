import { loadNoticeWriter, STANDARD_TEMPLATES } from "../../../src/notice";
import { proofread, type Claim } from "../../../src/notice/proofread";
import type { Report } from "../../../src/progress";
import { MUTATIONS, mutate, type Mutant, type Mutation, type Paragraph } from "./mutate";
import { randomFrom } from "./random";
import { randomReport } from "./random-report";

/** What a run of mutations found. */
export interface MutationRun {
  kinds: Record<Mutation, { made: number; caught: number }>;
  missed: { mutant: Mutant; report: Report; claims: Claim[] }[];
  /** Texts without an error, and the claims in them that were called wrong or suspect. */
  clean: number;
  alarms: { text: string; claim: Claim; report: Report }[];
}

/**
 * Writes notices over random workbooks, makes one error in each, and proofreads both.
 * @param wanted how many mutants
 * @param seed decides workbooks and errors
 */
export async function runMutations(wanted: number, seed: number): Promise<MutationRun> {
  const writer = await loadNoticeWriter();
  const random = randomFrom(seed);
  const kinds = Object.fromEntries(MUTATIONS.map((kind) => [kind, { made: 0, caught: 0 }])) as MutationRun["kinds"];
  const run: MutationRun = { kinds, missed: [], clean: 0, alarms: [] };
  let made = 0;
  while (made < wanted) {
    const report = randomReport(random);
    const decimals: Record<string, number> = random.chance(0.3) ? { investment: 1, starts: random.between(0, 2) } : {};
    const { id } = random.pick(STANDARD_TEMPLATES);
    const paragraphs: Paragraph[] = writer.write(report, { rateDecimals: decimals }, id).paragraphs;
    const text = paragraphs.map((paragraph) => paragraph.text).join("\n");
    run.clean += 1;
    for (const claim of proofread(text, report).claims) {
      if (claim.verdict === "wrong" || claim.verdict === "suspect") run.alarms.push({ text, claim, report });
    }
    for (const kind of MUTATIONS) {
      const mutant = mutate(kind, paragraphs, report, random);
      if (!mutant) continue;
      made += 1;
      run.kinds[kind].made += 1;
      const { claims } = proofread(mutant.text, report);
      const caught = claims.some((claim) => claim.verdict === "wrong" && claim.start < mutant.end && claim.end > mutant.start);
      if (caught) run.kinds[kind].caught += 1;
      else run.missed.push({ mutant, report, claims });
    }
  }
  return run;
}
