import { saysWho } from "../regions";
import { candidatesOf } from "./candidates";
import { chooseTogether } from "./choose";
import { lawText } from "./evidence";
import { reasonsOf, refusalOf, runnersUp } from "./explain";
import { isFirm, isQuiet } from "./firm";
import { gather } from "./gather";
import { assignIndicators } from "./indicators";
import { underSections } from "./sections";
import { isWords, type ReadSlot, type Slot, type Surroundings } from "./slot";
import { specialReadings } from "./special";
import { programmeAbout, subjectsAbout } from "./subjects";
import { WEIGHTS, type Weights } from "./weights";

export { titleRole } from "./evidence";
export { BY_VERB, headerWords, OUTRIGHT, PLAINLY, roleSaid } from "./header-words";
export { isSumOf, rateLaws } from "./laws";
export { periodIn, yearAlone } from "./periods";
export { indicatorNamed, isCatalogued, namesSubject, ownName, subjectsAbout } from "./subjects";
export { titleSubjects } from "./title-subjects";
export * from "./slot";
export { CLOSE, WEIGHTS, type Weights } from "./weights";

/**
 * Says of each slot of a table what its figures mean: words, cells and arithmetic are weighed for each reading, and
 * the readings that together have the most evidence are taken.
 * @param given slots in the table's order
 * @returns one entry a slot, in order
 */
export function interpret(given: readonly Slot[], around: Surroundings, weights: Weights = WEIGHTS): ReadSlot[] {
  const slots = underSections(given);
  const { heads, sums, links, evidence, nameOf } = gather(slots, around, weights);
  const { laws } = links;
  const about = subjectsAbout(around.titles, around.sheet);
  const titled = { subjects: about, programme: programmeAbout(around.titles) };
  const special = specialReadings(heads, around, laws, weights);
  const candidates = heads.map((head, at) => candidatesOf(at, head, titled, special[at] ?? [], evidence, weights));
  const choices = chooseTogether(candidates, heads, links, weights);
  const assigned = assignIndicators(choices, heads, links, sums, about);
  const nearest = runnersUp(choices, candidates, heads, laws);
  return slots.map((slot, at): ReadSlot => {
    const [choice, head, own] = [choices[at], heads[at], assigned.get(at)];
    const candidate = choice?.candidate;
    const special = candidate?.kind === "special" ? candidate.meaning : candidate?.kind === "note" ? ({ kind: "note" } as const) : null;
    const law = laws.find(({ target, done, rate }) => [target, done, rate].includes(at) && [target, done, rate].every((one) => assigned.has(one)));
    const isNamesOnly = isWords(slot) && saysWho(head?.path.at(-1) ?? "");
    const isBlank = slot.numbers + slot.words + slot.doubtful === 0;
    return {
      ...slot,
      path: [...(head?.path ?? [])],
      header: slot.path.join("/"),
      meaning: own?.meaning ?? special,
      also: own?.also ?? [],
      ignorable: head === undefined || head.path.length === 0 || isNamesOnly || isBlank || (candidate?.kind === "none" && isQuiet(candidate, candidates[at] ?? [])),
      refusal: candidate ? refusalOf(candidate) : null,
      unit: head?.unit ?? null,
      verb: own?.verb ?? null,
      partOf: own?.partOf ?? null,
      why: choice ? reasonsOf(choice, law ? lawText(law, nameOf) : null) : [],
      isFirm: own !== undefined && choice !== undefined && isFirm(at, choice, heads, about, laws.length > 0),
      runnerUp: nearest[at] ?? null,
    };
  });
}
