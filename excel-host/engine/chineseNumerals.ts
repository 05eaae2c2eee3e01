const DIGITS = { 1: "〇一二三四五六七八九", 2: "零壹贰叁肆伍陆柒捌玖" } as const;
const UNITS = { 1: ["", "十", "百", "千"], 2: ["", "拾", "佰", "仟"] } as const;

/**
 * A number in Chinese numerals, as the formats [DBNum1] (一百二十三) and [DBNum2] (壹佰贰拾叁) show it;
 * [DBNum3] gives full-width digits.
 */
export function dbNum(value: number, kind: number): string {
  if (kind === 3) return String(value).replace(/\d/g, (d) => String.fromCharCode(0xff10 + Number(d)));
  const style = kind === 2 ? 2 : 1;
  const [whole, fraction] = String(Math.abs(value)).split(".") as [string, string?];
  const digits = DIGITS[style];
  let text = "";
  const groups: string[] = [];
  for (let end = whole.length; end > 0; end -= 4) groups.unshift(whole.slice(Math.max(0, end - 4), end));
  groups.forEach((group, i) => {
    const big = ["", "万", "亿", "兆"][groups.length - 1 - i] ?? "";
    let part = "";
    let zero = false;
    [...group].forEach((d, k) => {
      if (d === "0") {
        zero = part !== "" || text !== "";
        return;
      }
      if (zero) part += digits[0];
      zero = false;
      part += digits[Number(d)]! + UNITS[style][group.length - 1 - k]!;
    });
    if (part) text += part + big;
  });
  text = text || digits[0]!;
  if (fraction) text += `.${[...fraction].map((d) => digits[Number(d)]).join("")}`;
  return (value < 0 ? "-" : "") + text;
}
