/** Notes that say nothing. */
const NOTHING = /^(?:无|暂无|没有|同上|[-—–/\\_.·…*xX×√]+|\d+)?$/;
const MARK = "[，。；：、！？]";
/** A list number at the start of a part: 1. 2、 （3） ④; not the 1 of 1.5 or of 1月. */
const LIST_NUMBER = /(?<=(?:^|[，。；：\n])[^\S\n]{0,9})(?:\d{1,2}(?:\.(?!\d)|、)|[（]\d{1,2}[）]|[①-⑳])/g;

const FULL_WIDTH: Record<string, string> = {
  ";": "；",
  "!": "！",
  "?": "？",
  "(": "（",
  ")": "）",
};

/**
 * Takes up the staff's note as a clause: punctuation full-width, no list numbers, no sentence end within,
 * nothing dangling; the region's own name at its head left out.
 * @param text the cell's text
 * @param region names that the note may begin with
 * @returns "" where the note says nothing
 * @example mendNote("1.手续已完成; 2.正在拆迁。", []) // "手续已完成，正在拆迁"
 */
export function mendNote(text: string, region: readonly string[]): string {
  let note = text
    .trim()
    .replace(/[;!?()]/g, (mark) => FULL_WIDTH[mark] ?? mark)
    .replace(/,(?!\d{3}(?!\d))/g, "，")
    .replace(/(\D):|:(?!\d)/g, "$1：")
    .replace(/[\r\n]+/g, "\n")
    .replace(LIST_NUMBER, "")
    .replace(/[｡.](?=\s|$)|(?<=[\u4e00-\u9fff])\.(?=[\u4e00-\u9fff])/g, "。")
    .replace(/\n+/g, "，")
    .replace(/(?<!\s)\s+/g, (gap, at: number, whole: string) => (isPlain(whole[at - 1]) && isPlain(whole[at + gap.length]) ? gap : ""))
    .replace(/\s+/g, " ")
    .replace(/[。；！？]/g, "，");
  note = settle(paired(note));
  for (const name of [...region].sort((a, b) => b.length - a.length)) {
    if (name !== "" && note.startsWith(name)) {
      note = settle(note.slice(name.length));
      break;
    }
  }
  return NOTHING.test(note) ? "" : note;
}

/** Whether a sign is set half-width; the note's end counts as one. */
function isPlain(sign: string | undefined): boolean {
  return sign === undefined || /[\x20-\x7e]/.test(sign);
}

/** One mark where several meet, none at either end or just inside brackets, no empty brackets. */
function settle(note: string): string {
  let before: string;
  let after = note;
  do {
    before = after;
    after = before
      .replace(new RegExp(`${MARK}{2,}`, "g"), (marks) => strongest(marks))
      .replace(new RegExp(`（${MARK}+`, "g"), "（")
      .replace(new RegExp(`${MARK}）`, "g"), "）")
      .replace(/（）/g, "")
      .replace(new RegExp(`^(?:${MARK}|\\s)+|(?<!${MARK}|\\s)(?:${MARK}|\\s)+$`, "g"), "");
  } while (after !== before);
  return after;
}

/** Without brackets that nothing opens or closes. */
function paired(note: string): string {
  const signs = [...note];
  const open: number[] = [];
  const lone = new Set<number>();
  signs.forEach((sign, at) => {
    if (sign === "（") open.push(at);
    if (sign === "）" && open.pop() === undefined) lone.add(at);
  });
  for (const at of open) lone.add(at);
  return signs.filter((_, at) => !lone.has(at)).join("");
}

function strongest(marks: string): string {
  return marks.includes("，") || marks.includes("。") ? "，" : marks.includes("：") ? "：" : "、";
}
