import { plain, subtract, sum, times } from "../../progress";
import type { Claim } from "./claim";
import type { Use } from "./context";
import type { Judged } from "./judge-workbook";
import type { Outline } from "./outline";
import { isWord } from "./token";

/** A total with the parts that the text gives for it. */
interface Split {
  total: Judged;
  parts: readonly Judged[];
  /** 分别是: all parts are given; with 其中 some may be. */
  complete: boolean;
}

/**
 * Judges totals by their parts. The workbook's word stands; where it has none, parts that add up confirm the
 * total, and parts that do not leave it wrong if all of them are right, else suspect.
 */
export function judgeTotals(judged: readonly Judged[], outline: Outline): Judged[] {
  const changed = new Map<Judged, Claim>();
  for (const split of splitsIn(judged, outline)) {
    const change = judgeSplit(split);
    if (change) changed.set(change.of, change.claim);
  }
  return judged.map((one) => {
    const claim = changed.get(one);
    return claim ? { ...one, claim } : one;
  });
}

function judgeSplit({ total, parts, complete }: Split): { of: Judged; claim: Claim } | null {
  const { number } = total.use.token;
  const values = parts.map(valueOf);
  const together = sum(values);
  const stated = times(number.value, number.unit.scale);
  const formula = `${parts.map(({ use }) => plain(use.token.number.value) + (sharers(use) > 1 ? `×${sharers(use)}` : "")).join("＋")}＝${plain(together / number.unit.scale)}`;
  const cells = parts.flatMap(({ claim }) => claim.cells);
  if (together === stated) {
    if (total.claim.verdict !== "unverified") return null;
    return { of: total, claim: { ...total.claim, verdict: "ok", why: { "zh-CN": `与各分项之和相符：${formula}`, en: "Its parts add up to it" }, cells } };
  }
  if (!complete && together < stated) return null;
  if (number.approximation !== null || total.claim.verdict === "wrong") return null;
  const unsure = parts.filter(({ claim }) => claim.verdict === "unverified");
  const [only] = unsure;
  if (parts.some(({ claim }) => claim.verdict === "wrong" || claim.verdict === "suspect")) return null;
  const why = { "zh-CN": `各分项之和为${plain(together / number.unit.scale)}${number.unit.text}，与${total.use.token.text}不符：${formula}`, en: `Its parts add up to ${plain(together / number.unit.scale)}` };
  const expected = `${plain(together / number.unit.scale)}${number.unit.text}`;
  if (total.claim.verdict === "ok") {
    // The workbook has the total: of parts that it does not have, one alone must be what is left.
    if (!complete || unsure.length !== 1 || !only || sharers(only.use) > 1) return null;
    const rest = subtract(stated, together - valueOf(only));
    if (rest < 0) return null;
    const { unit } = only.use.token.number;
    return { of: only, claim: { ...only.claim, verdict: "suspect", expected: `${plain(rest / unit.scale)}${unit.text}`, why } };
  }
  if (total.claim.verdict !== "unverified") return null;
  if (unsure.length === 0 && complete) return { of: total, claim: { ...total.claim, verdict: "wrong", expected, why, cells } };
  return { of: total, claim: { ...total.claim, verdict: "suspect", expected: complete ? expected : null, why, cells } };
}

function splitsIn(judged: readonly Judged[], { tokens, positions }: Outline): Split[] {
  const splits: Split[] = [];
  judged.forEach((total, index) => {
    const next = judged[index + 1];
    if (!next) return;
    let first = index + 1;
    // 完成投资17312万元，占目标任务13.37%，分别是：…: the rate between belongs to the total.
    while (first < judged.length && judged[first]?.use.token.number.unit.family === "percent" && !judged[first]?.use.named) first += 1;
    const start = judged[first]?.use;
    if (!start || start.position.sentence !== total.use.position.sentence) return;
    const between = tokens.slice(total.use.index + 1, start.index);
    const marker = between.find((token) => isWord(token, "respectively", "among"));
    if (!isWord(marker, "respectively", "among")) return;
    const parts: Judged[] = [];
    for (const part of judged.slice(first)) {
      const { use } = part;
      const { unit } = use.token.number;
      const within = marker.class === "among" ? use.position.clause === start.position.clause : use.position.sentence === total.use.position.sentence;
      if (!within || unit.family === "regions") {
        if (unit.family === "regions" && within) continue;
        break;
      }
      const kindred = unit.family === total.use.token.number.unit.family && (unit.kind === total.use.token.number.unit.kind || unit.kind === "");
      if (!kindred || !use.named || use.scopes[0]?.kind !== "regions") break;
      parts.push(part);
    }
    if (parts.length < 2 || positions[total.use.index] === undefined) return;
    const own = total.use.scopes[0];
    if (own?.kind === "regions" && total.use.named) return;
    splits.push({ total, parts, complete: marker.class === "respectively" });
  });
  return splits;
}

function sharers(use: Use): number {
  const [scope] = use.scopes;
  return scope?.kind === "regions" && scope.share === "each" ? scope.regions.length : 1;
}

function valueOf({ use }: Judged): number {
  const { number } = use.token;
  return times(times(number.value, number.unit.scale), sharers(use));
}
