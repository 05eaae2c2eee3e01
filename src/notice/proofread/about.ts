import type { Claim } from "./claim";
import type { Knowledge } from "./knowledge";
import { plainClaim } from "./judged";
import type { Outline } from "./outline";
import { isWord, type DraftToken } from "./token";

/** What a draft says it is about, where that is not what the workbook is about. */
export interface About {
  /** Another place than the workbook's. */
  place: string | null;
  /** Another year than the workbook's. */
  year: number | null;
  claims: Claim[];
}

/** A title stands among a draft's first lines. */
const FIRST_LINES = 6;
const TITLES = ["通报", "情况", "通知", "报告", "简报", "汇报", "公报", "排名", "进度", "进展"];

/** Reads the place and the year in a draft's title. Where they are not the workbook's, nothing that depends on them can be wrong. */
export function aboutOf(outline: Outline, knowledge: Knowledge): About {
  const { report } = knowledge;
  const about: About = { place: null, year: null, claims: [] };
  for (const line of outline.lines.slice(0, FIRST_LINES)) {
    const words = outline.tokens.slice(line.first, line.end);
    if (!line.title || words[0]?.kind === "heading" || !TITLES.some((title) => words.some(({ text }) => text.includes(title)))) continue;
    const own = words.some((token) => token.kind === "region" || (isWord(token, "level") && token.value === "own"));
    const foreign = words.find(
      (token): token is Extract<DraftToken, { kind: "place" }> => token.kind === "place" && token.level === "ours",
    );
    const place = foreign && bare(foreign.text);
    if (foreign && place !== undefined && !own && report.place !== null && place !== report.place && about.place === null) {
      about.place = place;
      const start = foreign.end - place.length;
      about.claims.push(plainClaim("about", start, foreign.end, "wrong", report.place, { "zh-CN": `工作簿是${report.place}的，文中的数无法核对`, en: `The workbook is of ${report.place}; nothing here can be checked by it` }, []));
    }
    const dated = words.find(
      (token): token is Extract<DraftToken, { kind: "date" }> =>
        token.kind === "date" && token.date.year !== null && token.date.from === null,
    );
    const year = dated?.date.year ?? null;
    if (dated && year !== null && year !== report.year && report.asOfSource !== null && about.year === null && !words.some((token) => isWord(token, "audit", "continuing"))) {
      about.year = year;
      about.claims.push(plainClaim("about", dated.start, dated.end, "wrong", dated.text.replace(String(year), String(report.year)), { "zh-CN": `工作簿是${report.year}年的，文中的数无法核对`, en: `The workbook is of ${report.year}; nothing here can be checked by it` }, [report.asOfSource.source]));
    }
  }
  return about;
}

/** 关于乙市 names 乙市. */
function bare(text: string): string {
  return text.replace(/^关于/, "");
}
