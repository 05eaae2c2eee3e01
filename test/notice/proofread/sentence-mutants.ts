import type { Claim } from "../../../src/notice/proofread";
import { chineseCount } from "../../../src/lexicon";

/** What of a sentence was changed: an amount or rate, a date, a place in a ranking, a count of regions. */
export type Changed = "figure" | "date" | "rank" | "count";

/** A sentence with one of its figures changed. */
export interface SentenceMutant {
  changed: Changed;
  text: string;
  start: number;
  end: number;
}

const DIGITS = "一二三四五六七八九";

/** Changes the figure of a claim once; null where it has none that can be changed (一半, 过半, names). */
export function changeOnce(text: string, claim: Claim): SentenceMutant | null {
  const changed = changedBy(claim);
  if (changed === null) return null;
  const printed = text.slice(claim.start, claim.end);
  const mutated = changed === "date" ? otherDay(printed) : otherNumber(printed, claim.slots.hedge !== null, changed);
  if (mutated === null || mutated === printed) return null;
  return { changed, text: text.slice(0, claim.start) + mutated + text.slice(claim.end), start: claim.start, end: claim.start + mutated.length };
}

function changedBy({ kind }: Claim): Changed | null {
  if (kind === "date" || kind === "rank" || kind === "count") return kind;
  return kind === "names" || kind === "about" ? null : "figure";
}

/** The day before, or the month before where no day is printed. */
function otherDay(printed: string): string | null {
  const day = /(\d+)(?=日)/.exec(printed) ?? /(\d+)(?=月)/.exec(printed);
  if (!day) return null;
  const value = Number(day[1]);
  return printed.slice(0, day.index) + String(value > 1 ? value - 1 : value + 1) + printed.slice(day.index + (day[1] ?? "").length);
}

/** The last digit one more; the first where a hedge allows for a little. */
function otherNumber(printed: string, hedged: boolean, changed: Changed): string | null {
  const arabic = /\d+(?:\.\d+)?/.exec(printed);
  if (arabic) {
    const digits = [...arabic[0]];
    const at = hedged ? 0 : digits.length - 1;
    const digit = Number(digits[at]);
    digits[at] = String(changed === "figure" ? (digit + (hedged ? 4 : 1)) % 10 || 1 : digit + 1);
    return printed.replace(arabic[0], digits.join(""));
  }
  const chinese = [...printed].findIndex((sign) => DIGITS.includes(sign));
  const sign = printed.charAt(chinese);
  if (chinese < 0 || /半|分之/.test(printed)) return null;
  const value = DIGITS.indexOf(sign) + 1;
  return printed.slice(0, chinese) + chineseCount(hedged ? ((value + 3) % 9) + 1 : (value % 9) + 1) + printed.slice(chinese + 1);
}
