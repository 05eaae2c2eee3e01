import { cases, LONG_TEST } from "../../support/cases";
import { MUTATIONS } from "./mutate";
import { runMutations, type MutationRun } from "./mutation-run";

const MUTANTS = cases("mutants");
const SEED = 20210423;

describe("generated notices over random workbooks, by every template", () => {
  /** One run for all: notices over random workbooks, and one error made in each copy. */
  let run: MutationRun;
  beforeAll(async () => {
    run = await runMutations(MUTANTS, SEED);
  }, LONG_TEST);

  test("have no claim that is called wrong or suspect", () => {
    expect(run.alarms.map(({ claim }) => claim)).toEqual([]);
    expect(run.clean).toBeGreaterThan(MUTANTS / 10);
  });

  test(`of ${MUTANTS} single errors at least 99% are called wrong at their place`, () => {
    const made = MUTATIONS.reduce((total, kind) => total + run.kinds[kind].made, 0);
    expect(made).toBeGreaterThanOrEqual(MUTANTS);
    expect(run.missed.length / made).toBeLessThanOrEqual(0.01);
  });

  test.each(MUTATIONS)("%s: made often enough to tell", (kind) => {
    expect(run.kinds[kind].made).toBeGreaterThanOrEqual(MUTANTS / 20);
  });
});
