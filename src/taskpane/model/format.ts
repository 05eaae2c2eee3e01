import { chineseDate, fixed, percentage, plain, type IsoDate, type Language } from "../../progress";

/** Decimals of a rate in the pane, as notices print it. */
const RATE_DECIMALS = 2;

/** A fraction as people read it: "24.94%"; "–" for none. */
export function rateText(rate: number | null): string {
  return rate === null ? "–" : `${fixed(percentage(rate, RATE_DECIMALS), RATE_DECIMALS)}%`;
}

/** A figure without exponent or trailing zeros: "30.1181"; "–" for none. */
export function amountText(amount: number | null): string {
  return amount === null ? "–" : plain(amount);
}

/** Done over target: "999/4005"; what was done alone where there is no target. */
export function doneOfTarget(done: number | null, target: number | null): string {
  return target === null ? amountText(done) : `${amountText(done)}/${amountText(target)}`;
}

/** "2021年4月23日", or "23 Apr 2021". */
export function dateText(date: IsoDate, language: Language): string {
  if (language === "zh-CN") return chineseDate(date);
  return new Date(`${date}T00:00:00Z`).toLocaleDateString("en-GB", {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  });
}

/** The local calendar day. */
export function localDay(now: Date): IsoDate {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
