import type { Claim } from "./claim";
import { agreement, comparable } from "./compare";
import type { JudgedFigure, FigureReading } from "./judged";
import type { Knowledge } from "./knowledge";
import { isWhole } from "./statement";
import { ALL, sameSubject, type Scope } from "./subject";
import type { RegionToken } from "./token";

/** A name may be what is wrong where no more than this stands between it and the figure. */
const FARTHEST = 40;
/** A smaller figure that a region should not have at all may be anything. */
const FEWEST_TO_TELL = 10;

/**
 * Tells a wrong name from a wrong figure: where the figure is exactly that of one other region, which the
 * passage does not name with a figure of its own, the name is what was mistaken. Two regions with each
 * other's figures have changed names.
 */
export function blameNames(judged: readonly JudgedFigure[], draft: string, knowledge: Knowledge): JudgedFigure[] {
  return judged.map((one) => {
    const owner = ownerOf(one, judged, knowledge);
    const region = one.statement.pre.filter((token): token is RegionToken => token.kind === "region").at(-1);
    if (owner === null || region === undefined || one.statement.token.start - region.end > FARTHEST) return one;
    return { ...one, claim: renamed(one.claim, region, owner, draft, knowledge) };
  });
}

function renamed(claim: Claim, region: RegionToken, owner: string, draft: string, knowledge: Knowledge): Claim {
  const between = draft.slice(region.end, claim.start);
  const full =
    owner === ""
      ? ""
      : region.text === region.region || region.text.length > knowledge.short(region.region).length
        ? owner
        : knowledge.short(owner);
  return {
    ...claim,
    verdict: "wrong",
    missing: null,
    start: region.start,
    expected: owner === "" ? null : `${full}${between}${claim.text}`,
    why: {
      "zh-CN": `${owner === "" ? "名称重复" : `这是${owner}的数`}，不是${region.region}的。${claim.verdict === "wrong" ? claim.why["zh-CN"] : ""}`,
      en: `${owner === "" ? "The name stands twice" : `This is the figure of ${owner}`}, not of ${region.region}`,
    },
  };
}

/** Who owns the figure: the region that alone has it; "" where the name cannot be right but several have it. */
function ownerOf(one: JudgedFigure, all: readonly JudgedFigure[], knowledge: Knowledge): string | null {
  const { claim, statement } = one;
  const mine = regionOf(statement.place.scopes[0] ?? ALL);
  const absent =
    claim.verdict === "unverified" && one.unknown && isWhole(statement) && statement.place.named && statement.subject.subjects.length > 0;
  if (
    (claim.verdict !== "wrong" && !absent) ||
    mine === null ||
    statement.token.number.approximation !== null ||
    statement.token.number.value === 0
  )
    return null;
  const others = all.filter(
    (other) => other !== one && other.statement.position.line === statement.position.line && sameMatter(other, one),
  );
  const owners = knowledge.report.regions.map(({ name }) => name).filter((name) => name !== mine && holdsFor(one, name, knowledge));
  const free = owners.filter((owner) => !others.some((other) => spokenOf(other) === owner && other.claim.verdict === "ok"));
  const [owner] = free;
  const twice = others.some((other) => spokenOf(other) === mine && other.claim.verdict === "ok");
  if (absent && (free.length !== 1 || statement.token.number.value < FEWEST_TO_TELL)) return null;
  if (owner === undefined || (free.length > 1 && !twice)) return null;
  if (free.length > 1) return "";
  const ownersOwn = others.filter((other) => spokenOf(other) === owner);
  return ownersOwn.length === 0 || ownersOwn.some((other) => other.claim.verdict === "wrong" && holdsFor(other, mine, knowledge))
    ? owner
    : null;
}

function holdsFor(judged: JudgedFigure, region: string, knowledge: Knowledge): boolean {
  const { statement } = judged;
  const reading = readingOf(judged);
  if (!reading || reading.subject === null || reading.measure === "share" || reading.measure === "points" || reading.measure === "multiple")
    return false;
  const known =
    reading.measure === "rate"
      ? knowledge.indicatorsOf(reading.subject).flatMap((indicator) => knowledge.rate(indicator, [region]) ?? [])
      : knowledge.amounts(reading.subject, reading.measure, { kind: "regions", regions: [region], share: "each" });
  return known.some((value) => comparable(value, statement.token.number) && agreement(statement.token.number, value) === "agrees");
}

function sameMatter(a: JudgedFigure, b: JudgedFigure): boolean {
  const [first, second] = [readingOf(a), readingOf(b)];
  if (!first?.subject || !second?.subject || first.measure !== second.measure) return false;
  return sameSubject(first.subject, second.subject);
}

/** What the figure was judged by; of one that the workbook does not have, what its words ask for. */
function readingOf({ reading, statement, claim }: JudgedFigure): Pick<FigureReading, "subject" | "measure"> | null {
  if (reading) return reading;
  const [subject] = statement.subject.subjects;
  return subject ? { subject, measure: claim.kind === "rate" ? "rate" : (statement.cue?.primary ?? "done") } : null;
}

/** The one region that a figure was judged to be of. */
function spokenOf({ reading, statement }: JudgedFigure): string | null {
  return regionOf(reading?.scope ?? statement.place.scopes[0] ?? ALL);
}

function regionOf(scope: Scope): string | null {
  return scope.kind === "regions" && scope.regions.length === 1 ? (scope.regions[0] ?? null) : null;
}
