import type { Line, Outline, Position } from "./outline";
import { ALL, type Scope } from "./subject";
import { isJoint, isWord, type NumberToken, type DraftToken } from "./token";
import type { UnitFamily } from "./units";

/** A scope where it was spoken of: whose figures may follow. */
export interface ScopeMention {
  scope: Scope;
  position: Position;
  index: number;
  /** How many regions of the clause have figures, its own among them: from the second on it is a list. */
  items: number;
  /** It has a figure. */
  used: boolean;
  /** The scope that was spoken of before the list. */
  head: Scope;
}

/** A group that is counted (两县共开工…) was named no farther back than this many tokens. */
const REACH_OF_GROUP = 40;

/** A scope that opens, with what it opens beside. */
export function mention(scope: Scope, position: Position, index: number, before: ScopeMention | null): ScopeMention {
  const sameClauseAsBefore = before !== null && before.position.clause === position.clause;
  return {
    scope,
    position,
    index,
    items: sameClauseAsBefore && before.scope.kind === "regions" ? before.items : 0,
    used: false,
    head: sameClauseAsBefore && before.scope.kind === "regions" ? before.head : ALL,
  };
}

/** A region opens a scope of its own, or joins the list that it continues (离石、兴县). */
export function regionMention({ tokens, positions }: Outline, index: number, before: ScopeMention | null): ScopeMention | null {
  const token = tokens[index];
  const position = positions[index];
  if (token?.kind !== "region" || !position) return before;
  const previous = tokens[index - 1];
  // 比离石区高 compares; 除交城县外 leaves out.
  if (isWord(previous, "against", "except") && !(previous.text === "与" && tokens[index - 2]?.kind === "region")) return before;
  const joined = isJoint(previous);
  if (joined && before && before.index === index - 2 && before.scope.kind === "regions") {
    const regions = [...before.scope.regions, token.region];
    return { ...before, scope: { kind: "regions", regions, share: "either" }, position, index, used: false };
  }
  return mention({ kind: "regions", regions: [token.region], share: "either" }, position, index, before);
}

/** Whose a figure may be after a scope was spoken of, the likeliest first. */
export function scopesOf(scope: ScopeMention | null, position: Position, line: Line, pre: readonly DraftToken[]): Scope[] {
  const heading: Scope = line.region === null ? ALL : { kind: "regions", regions: [line.region], share: "each" };
  if (!scope) return [heading];
  const own = shared(scope.scope, pre);
  if (scope.position.part === position.part) return [own];
  if (own.kind === "all") return [own];
  if (scope.position.clause === position.clause) return scope.items >= 2 ? unique([own, scope.head]) : [own];
  // 未办理产权登记共2个问题: a clause that opens with a matter of its own and its total is no longer of that region.
  if (
    pre.some((token) => isWord(token, "category")) ||
    (pre.some((token) => isWord(token, "sum")) && pre.some((token) => isWord(token, "topic", "backlog", "audit", "continuing")))
  )
    return [heading];
  return unique([own, ALL, heading]);
}

/** 各, 均: each of them; 共, 合计: all of them together. */
function shared(scope: Scope, pre: readonly DraftToken[]): Scope {
  if (scope.kind === "all" || scope.regions.length < 2) return scope;
  const each = pre.some((token) => isWord(token, "each"));
  const together = pre.some((token) => isWord(token, "sum"));
  return { ...scope, share: each ? "each" : together ? "together" : "either" };
}

/**
 * The scope of one of several figures that stand for the names before them one by one: 交口县、中阳县分别完成962万元、650万元.
 * One figure after 分别 is that of each.
 * @returns null where figures and names are not paired; no scope at all where they should be and their numbers differ
 */
export function alignedScope({ tokens, positions }: Outline, scope: ScopeMention | null, index: number): Scope[] | null {
  const position = positions[index];
  const token = tokens[index];
  if (!scope || scope.scope.kind === "all" || scope.scope.regions.length < 2 || !position || token?.kind !== "number") return null;
  const { regions } = scope.scope;
  const inPart: number[] = [];
  let respectively = -1;
  for (let at = index; at > scope.index && positions[at]?.part === position.part; at--) {
    if (isWord(tokens[at], "respectively")) respectively = at;
  }
  for (let at = respectively >= 0 ? respectively : index; at < tokens.length && positions[at]?.part === position.part; at++) {
    const one = tokens[at];
    if (one?.kind === "region") return null;
    if (one?.kind === "number" && ofFamily(one, token.number.unit.family)) inPart.push(at);
  }
  if (respectively < 0) {
    if (scope.position.clause !== position.clause) return null;
    const row = numbersInRow({ tokens, positions }, index);
    const region = regions[row.indexOf(index)];
    return row.length === regions.length && (row[0] ?? 0) > scope.index && region !== undefined
      ? [{ kind: "regions", regions: [region], share: "each" }]
      : null;
  }
  const region = regions[inPart.indexOf(index)];
  if (inPart.length === regions.length && region !== undefined) return [{ kind: "regions", regions: [region], share: "each" }];
  return inPart.length === 1 ? [{ kind: "regions", regions, share: "each" }] : [];
}

/** A bare 0 is of any kind: 2100万元、0和3300万元. */
function ofFamily({ number }: NumberToken, family: UnitFamily): boolean {
  return number.unit.family === family || (number.value === 0 && number.unit.family === "none");
}

/** The figures of a kind that stand in a row with one (50%、42%). */
export function numbersInRow({ tokens, positions }: Pick<Outline, "tokens" | "positions">, index: number): number[] {
  const token = tokens[index];
  const own = token?.kind === "number" ? token.number.unit.family : null;
  const neighbour = [tokens[index + 2], tokens[index - 2]].find((one) => one?.kind === "number");
  const family = own === "none" && neighbour?.kind === "number" ? neighbour.number.unit.family : own;
  const next = (from: number, step: 1 | -1): number | null => {
    const [joint, other] = [tokens[from + step], tokens[from + 2 * step]];
    const joined = joint !== undefined && /^[、和]$/.test(joint.text) && positions[from + 2 * step]?.part === positions[index]?.part;
    return joined && other?.kind === "number" && family !== null && ofFamily(other, family) ? from + 2 * step : null;
  };
  const row = [index];
  for (let at = next(index, -1); at !== null; at = next(at, -1)) row.unshift(at);
  for (let at = next(index, 1); at !== null; at = next(at, 1)) row.push(at);
  return row;
}

/**
 * The scope of a figure that a counted group shares: 两地合计2490套 is that of the two just named; 3个进度较快的县共开工
 * 500套 is that of a group that the words do not name.
 * @returns null where no group was counted, or where it is all that the subject has (涉及3个县17个问题)
 */
export function groupScope({ tokens, positions }: Outline, scope: ScopeMention | null, index: number): Scope[] | null {
  const position = positions[index];
  let at = index - 1;
  let said = false;
  for (; at >= 0 && positions[at]?.clause === position?.clause && tokens[at]?.kind !== "region"; at--) {
    const token = tokens[at];
    if (token?.kind === "number" && token.number.unit.family === "regions") break;
    if (isWord(token, "status", "rest") || (token?.kind === "number" && token.number.unit.family === "percent")) said = true;
    if (isWord(token, "level") && token.value === "own" && !isWord(tokens[at - 1], "ofShare")) return null;
  }
  const count = tokens[at];
  if (count?.kind !== "number" || positions[at]?.clause !== position?.clause) return null;
  // 其余7个县（市）累计完成…: which they are is told by those that were named.
  if (isWord(tokens[at - 1], "others")) return [];
  // 4个县（区）承担…任务3500户: all that have the task.
  const between = tokens.slice(at + 1, index);
  if (
    between.some((token) => isWord(token, "target") && /承担|任务/.test(token.text)) &&
    between.some(({ text }) => /^承担|落实|有任务/.test(text)) &&
    !said
  )
    return [ALL];
  const line = position?.line;
  const named = tokens
    .slice(Math.max(0, at - REACH_OF_GROUP), at)
    .flatMap((token, place) =>
      token.kind === "region" && positions[Math.max(0, at - REACH_OF_GROUP) + place]?.line === line ? [token.region] : [],
    );
  const group = [...new Set(named)].slice(-count.number.value);
  const opens = positions[at - 1]?.part !== positions[at]?.part || tokens[at - 1]?.kind === "mark";
  if (
    group.length === count.number.value &&
    group.length > 1 &&
    (opens || new Set(named).size === group.length) &&
    !(scope !== null && scope.index > at)
  ) {
    return [{ kind: "regions", regions: group, share: "either" }, ...(said ? [] : [ALL])];
  }
  if (opens) return [];
  return said ? [] : null;
}

function unique(scopes: readonly Scope[]): Scope[] {
  return scopes.filter((scope, index) => scopes.findIndex((other) => JSON.stringify(other) === JSON.stringify(scope)) === index);
}

/** 其余7个县（市）累计完成17312万元: all together that the sentence has not named before; null where no others are spoken of. */
export function othersScope({ tokens, positions }: Outline, index: number, all: readonly string[]): Scope | null {
  const position = positions[index];
  let at = index - 1;
  while (at >= 0 && positions[at]?.part === position?.part && tokens[at]?.kind !== "region" && !isWord(tokens[at], "others")) at--;
  if (!isWord(tokens[at], "others") || positions[at]?.part !== position?.part) return null;
  if (!/县|市|区|地|单位|镇|乡|州|旗/.test(tokens[at]?.text ?? "") && !(tokens[at + 1]?.kind === "number")) return null;
  const named = new Set(
    tokens
      .slice(0, at)
      .flatMap((token, place) => (token.kind === "region" && positions[place]?.sentence === position?.sentence ? [token.region] : [])),
  );
  const regions = all.filter((region) => !named.has(region));
  return named.size > 0 && regions.length > 0 ? { kind: "regions", regions, share: "together" } : null;
}
