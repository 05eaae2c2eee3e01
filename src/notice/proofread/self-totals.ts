import { plain, subtract, sum, times } from "../../progress";
import type { Claim } from "./claim";
import { amountOf, isAmount, type JudgedFigure } from "./judged";
import type { Outline } from "./outline";
import type { Statement } from "./statement";
import { isWord } from "./token";

/** A total with the parts that the text gives for it. */
interface Split {
  total: JudgedFigure;
  parts: readonly JudgedFigure[];
  /** 分别是, or 其他 among the parts: all of them are given. */
  complete: boolean;
  /** The parts are regions by name. */
  named: boolean;
}

/**
 * Judges totals by their parts. The workbook's word stands; where it has none, parts that add up confirm the
 * total, and parts that do not leave it wrong if all of them are right, else suspect.
 */
export function judgeSelfTotals(judged: readonly JudgedFigure[], outline: Outline): JudgedFigure[] {
  const changed = new Map<JudgedFigure, Claim>();
  for (const split of [...splitsIn(judged, outline), ...sumsIn(judged)]) {
    const change = judgeSplit(split);
    if (change && !changed.has(change.of)) changed.set(change.of, change.claim);
  }
  return judged.map((one) => {
    const claim = changed.get(one);
    return claim ? { ...one, claim } : one;
  });
}

function judgeSplit({ total, parts, complete, named }: Split): { of: JudgedFigure; claim: Claim } | null {
  const { number } = total.statement.token;
  const together = sum(parts.map(valueOf));
  const stated = times(number.value, number.unit.scale);
  const shown = plain(together / number.unit.scale);
  const formula = `${parts.map(({ statement }) => plain(statement.token.number.value) + (sharers(statement) > 1 ? `×${sharers(statement)}` : "")).join("＋")}＝${shown}`;
  const cells = parts.flatMap(({ claim }) => claim.cells);
  if (together === stated) {
    if (total.claim.verdict !== "unverified" || !(complete || named)) return null;
    return {
      of: total,
      claim: {
        ...total.claim,
        verdict: "ok",
        why: { "zh-CN": `与各分项之和相符：${formula}`, en: "Its parts add up to it" },
        cells,
        missing: null,
      },
    };
  }
  if (!complete && together < stated) return null;
  if (number.approximation !== null || total.claim.verdict === "wrong") return null;
  if (
    parts.some(
      ({ claim, statement }) => claim.verdict === "wrong" || claim.verdict === "suspect" || statement.token.number.approximation !== null,
    )
  )
    return null;
  const unsure = parts.filter(({ claim }) => claim.verdict === "unverified");
  const [only] = unsure;
  const why = {
    "zh-CN": `各分项之和为${shown}${number.unit.text}，与${total.statement.token.text}不符：${formula}`,
    en: `Its parts add up to ${shown}`,
  };
  const expected = `${shown}${number.unit.text}`;
  if (total.claim.verdict === "ok") {
    if (!complete && unsure.length > 0) {
      // Parts that the workbook does not have are together more than the whole: the largest is looked at first.
      const [largest] = [...unsure].sort((a, b) => valueOf(b) - valueOf(a));
      return largest ? { of: largest, claim: { ...largest.claim, verdict: "suspect", why, missing: null } } : null;
    }
    // The workbook has the total: of parts that it does not have, one alone must be what is left.
    if (!complete || unsure.length !== 1 || !only || sharers(only.statement) > 1) return null;
    const rest = subtract(stated, together - valueOf(only));
    if (rest < 0) return null;
    const { unit } = only.statement.token.number;
    return {
      of: only,
      claim: { ...only.claim, verdict: "suspect", expected: `${plain(rest / unit.scale)}${unit.text}`, why, missing: null },
    };
  }
  if (total.claim.verdict !== "unverified") return null;
  if (complete && (unsure.length === 0 || unsure.length === parts.length))
    return { of: total, claim: { ...total.claim, verdict: "wrong", expected, why, cells, missing: null } };
  return { of: total, claim: { ...total.claim, verdict: "suspect", expected: complete ? expected : null, why, cells, missing: null } };
}

/** 共50个，其中…20个、…18个、其他10个; 17342万元，分别是：…. */
function splitsIn(judged: readonly JudgedFigure[], { tokens, positions }: Outline): Split[] {
  const judgedCounts = tokens.flatMap((token, at) => {
    const position = positions[at];
    return token.kind === "number" && token.number.unit.family === "regions" && position ? [{ token, position }] : [];
  });
  return judged.flatMap((total, index): Split[] => {
    if (!isAmount(total) || !judged[index + 1]) return [];
    let first = index + 1;
    // 完成投资17342万元，占目标任务13.37%，分别是：…: the rate between belongs to the total.
    while (
      first < judged.length &&
      judged[first]?.statement.token.number.unit.family === "percent" &&
      !judged[first]?.statement.place.named
    )
      first += 1;
    const start = judged[first]?.statement;
    if (!start || start.position.sentence !== total.statement.position.sentence) return [];
    const marker = tokens.slice(total.statement.index + 1, start.index).find((token) => isWord(token, "respectively", "among"));
    if (!isWord(marker, "respectively", "among")) return [];
    const parts: JudgedFigure[] = [];
    let others = false;
    for (const part of judged.slice(first)) {
      const { statement } = part;
      const { unit } = statement.token.number;
      const within =
        marker.class === "among"
          ? statement.position.clause === start.position.clause
          : statement.position.sentence === total.statement.position.sentence;
      if (!within) break;
      if (unit.family === "regions") continue;
      const kindred =
        unit.family === total.statement.token.number.unit.family &&
        (unit.kind === total.statement.token.number.unit.kind || unit.kind === "");
      const opens = statement.position.part === start.position.part || statement.place.named;
      if (!kindred || !opens || sameWords(statement, total.statement) || isOtherMeasure(statement)) break;
      others ||= statement.pre.some((token) => isWord(token, "others") || /^(?:其他|其余|其它)/.test(token.text));
      parts.push(part);
    }
    // 两县共开工380套，其中甲县…、乙县…: as many parts as are counted.
    const counted = judgedCounts.some(
      ({ token, position }) => position.part === total.statement.position.part && token.number.value === parts.length,
    );
    const named = parts.every(({ statement }) => statement.place.named && statement.place.scopes[0]?.kind === "regions");
    if (parts.length < 2) return [];
    const own = total.statement.place.scopes[0];
    if (own?.kind === "regions" && total.statement.place.named && named) return [];
    return [{ total, parts, complete: (marker.class === "respectively" && named) || others || (counted && named), named }];
  });
}

/** 200套、100套、100套，合计400套: a sum that stands after what it adds up. */
function sumsIn(judged: readonly JudgedFigure[]): Split[] {
  return judged.flatMap((total, index): Split[] => {
    const { statement } = total;
    if (
      !isAmount(total) ||
      !statement.pre.some((token) => isWord(token, "sum")) ||
      statement.pre.some((token) => token.kind === "region" || isWord(token, "level"))
    )
      return [];
    const parts: JudgedFigure[] = [];
    for (let at = index - 1; at >= 0; at--) {
      const part = judged[at];
      if (
        !part ||
        part.statement.position.sentence !== statement.position.sentence ||
        part.statement.token.number.unit.family === "regions"
      )
        break;
      if (part.statement.token.number.unit.kind !== statement.token.number.unit.kind || !isAmount(part)) break;
      if (parts.length > 0 && part.statement.position.part !== parts[0]?.statement.position.part) break;
      parts.unshift(part);
    }
    const [first] = parts;
    const row = first && parts.every((part) => part.statement.position.part === first.statement.position.part);
    return parts.length > 1 && row && first.statement.position.clause === statement.position.clause
      ? [{ total, parts, complete: true, named: false }]
      : [];
  });
}

/** 已整改36个 beside 查出86个 is another measure, not a part like the others. */
function isOtherMeasure({ pre }: Statement): boolean {
  return pre.some((token) => isWord(token, "settled", "rest", "target", "sum"));
}

function sameWords(a: Statement, b: Statement): boolean {
  return a.index === b.index;
}

function sharers({ place }: Statement): number {
  const [scope] = place.scopes;
  return scope?.kind === "regions" && scope.share === "each" ? scope.regions.length : 1;
}

function valueOf(judged: JudgedFigure): number {
  return times(amountOf(judged), sharers(judged.statement));
}
