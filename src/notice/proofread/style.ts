import type { Hint, HintCode } from "./claim";
import { isDistance } from "./judge-figures";
import type { JudgedFigure } from "./judged";
import type { Outline } from "./outline";

/** Which hints are wanted; those left out are. */
export type HintSwitches = Partial<Record<HintCode, boolean>>;

/** Gathers the hints on style that are switched on. */
export function styleHints(draft: string, judged: readonly JudgedFigure[], outline: Outline, switches: HintSwitches): Hint[] {
  const all = [...percentForPoints(judged), ...separators(judged), ...jiezhi(draft), ...mixedDecimals(judged, outline)];
  return all.filter(({ code }) => switches[code] !== false).map((hint) => ({ ...hint, text: draft.slice(hint.start, hint.end) }));
}

/** 比去年提高21.1%: a distance between two rates is counted in 个百分点. A hint where the rates are not known. */
function percentForPoints(judged: readonly JudgedFigure[]): Hint[] {
  return judged
    .filter(({ statement, claim }) => statement.token.number.unit.family === "percent" && claim.verdict !== "wrong" && (isDistance(statement) || isMovedRate(statement.pre.map(({ text }) => text).join(""))))
    .map(({ statement }) => hint("percent-for-points", statement.token, `${statement.token.text.replace(/%$/, "").trimEnd()}个百分点`, "两个比率之差应写“个百分点”", "A difference of two rates is counted in percentage points"));
}

function isMovedRate(words: string): boolean {
  return /(?:率|比例|占比|进度)(?:.{0,8})(?:提高|提升|上升|下降|回落|降低)(?:了)?$/.test(words);
}

function separators(judged: readonly JudgedFigure[]): Hint[] {
  return judged
    .filter(({ statement }) => statement.token.number.separated)
    .map(({ statement }) =>
      hint(
        "thousands-separator",
        statement.token,
        statement.token.text.replaceAll(",", ""),
        "公文中的数字不用千位分隔符",
        "Notices print numbers without thousands separators",
      ),
    );
}

function jiezhi(draft: string): Hint[] {
  return [...draft.matchAll(/截止(?=到?(?:目前|\s*[\d０-９]|今年|本月|上月|年底|月底))/g)].map((match) =>
    hint("jiezhi", { start: match.index, end: match.index + 2 }, "截至", "日期前应写“截至”，“截止”是到此停止的意思", "Before a date 截至, not 截止"),
  );
}

/** Rates, or money in one unit, with different decimals inside one list. A trailing zero is dropped by rule and counts as none. */
function mixedDecimals(judged: readonly JudgedFigure[], { positions }: Outline): Hint[] {
  const lists = new Map<string, JudgedFigure[]>();
  for (const one of judged) {
    const { unit } = one.statement.token.number;
    if (unit.family !== "percent" || !one.statement.place.named) continue;
    const key = `${positions[one.statement.index]?.sentence}:${unit.kind}:${one.reading?.measure ?? ""}`;
    lists.set(key, [...(lists.get(key) ?? []), one]);
  }
  return [...lists.values()].flatMap((list) => {
    const decimals = list.map(({ statement }) => statement.token.number.decimals);
    const most = Math.max(...decimals);
    const least = Math.min(...decimals);
    const [first, last] = [list[0], list.at(-1)];
    if (list.length < 2 || most === least || !first || !last || list.every((one) => dropsZero(one, most))) return [];
    return [
      hint(
        "mixed-decimals",
        { start: first.statement.token.start, end: last.statement.token.end },
        null,
        `同一列举中小数位数不一致（${least}位和${most}位）`,
        `Decimals differ inside one list (${least} and ${most})`,
      ),
    ];
  });
}

/** 74% beside 24.94% is 74.00% with its zeros dropped. */
function dropsZero({ reading, statement }: JudgedFigure, most: number): boolean {
  const { decimals, value } = statement.token.number;
  if (decimals === most) return true;
  const exact = reading?.measure === "rate" ? reading.known.value * 100 : null;
  return exact !== null && Math.abs(Math.round(exact * 10 ** most) / 10 ** most - value) < 1e-9;
}

function hint(code: HintCode, place: { start: number; end: number }, replacement: string | null, chinese: string, english: string): Hint {
  return { code, text: "", start: place.start, end: place.end, replacement, message: { "zh-CN": chinese, en: english } };
}
