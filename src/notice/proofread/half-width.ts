const FULL_WIDTH_FORMS = { first: 0xff01, last: 0xff5e, shift: 0xfee0 };
const KEPT = new Set("，；：！？（）");
const TO_FULL: Readonly<Record<string, string>> = { ",": "，", ";": "；", ":": "：", "!": "！", "?": "？", "(": "（", ")": "）" };
const SAME: Readonly<Record<string, string>> = {
  "［": "（", "］": "）", "【": "（", "】": "）", "[": "（", "]": "）", "﹐": "，", "﹔": "；", "﹕": "：", "｡": "。", "､": "、",
  "％": "%", "﹪": "%", "．": ".", "〇": "零", "\r": "\n", "\u2028": "\n", "\u2029": "\n",
};

/**
 * A draft as it is read: digits, letters and % half-width, punctuation full-width, so that one spelling stands
 * for all. Every offset stays: the result is as long as the draft.
 * @example halfWidth("完成９９９套,占24.94％") // "完成999套，占24.94%"
 */
export function halfWidth(draft: string): string {
  let plain = "";
  for (let at = 0; at < draft.length; at++) {
    const sign = draft.charAt(at);
    const code = sign.charCodeAt(0);
    const { first, last, shift } = FULL_WIDTH_FORMS;
    const known = SAME[sign];
    if (known !== undefined) plain += known;
    else if (code >= first && code <= last && !KEPT.has(sign)) plain += String.fromCharCode(code - shift);
    else plain += TO_FULL[sign] ?? sign;
  }
  // A comma or colon inside a number (1,234 · 10:30) is no mark.
  return plain.replace(/(?<=\d)，(?=\d{3}(?!\d))/g, ",");
}
