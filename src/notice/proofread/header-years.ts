import type { Claim } from "./claim";
import type { Bench } from "./judge-figures";
import { isWord, type DateToken } from "./token";

type Settled = Pick<Claim, "verdict" | "expected" | "why" | "cells">;

/** A smaller number of findings may be that of a year which the workbook does not have. */
const FEWEST_TO_TELL = 5;

/** 2017年盘活, 2017年12月31日前开工未建成: the year that the table's own header gives. */
export function headerYear(token: DateToken, index: number, bench: Bench): Settled | null {
  return columnYear(token, index, bench) ?? auditYear(token, index, bench);
}

function columnYear(token: DateToken, index: number, { outline: { tokens }, knowledge: { report } }: Bench): Settled | null {
  const { year, month, day } = token.date;
  if (year === null) return null;
  const near = tokens.slice(index + 1, index + 4);
  const repurposed = month === null && isWord(near[0], "backlog") && near[0].value === "repurposed";
  const continuing = month === 12 && day === 31 && near.some((one) => isWord(one, "continuing"));
  if (!repurposed && !continuing) return null;
  const columns = report.tables
    .flatMap((table) => table.columns)
    .filter(({ meaning }) =>
      repurposed ? meaning?.kind === "backlog" && meaning.measure === "repurposed" : meaning?.kind === "continuing",
    );
  const found = columns.flatMap(({ header, range }) => {
    const stated = /((?:19|20)\d{2})年/.exec(header)?.[1];
    return stated === undefined
      ? []
      : [{ stated: Number(stated), cell: { sheet: range.sheet, row: Math.max(0, range.row - 1), column: range.column } }];
  });
  const [first] = found;
  if (!first || found.some(({ stated }) => stated !== first.stated)) return null;
  const why = { "zh-CN": `表头写的是${first.stated}年`, en: `The header says ${first.stated}` };
  if (first.stated === year) return { verdict: "ok", expected: null, why, cells: [first.cell] };
  return { verdict: "wrong", expected: token.text.replace(String(year), String(first.stated)), why, cells: [first.cell] };
}

/** 2018年审计发现问题仍有50个未整改, where the workbook has that number for another year alone. */
function auditYear(token: DateToken, index: number, { outline: { tokens, positions }, knowledge: { report } }: Bench): Settled | null {
  const { year, month } = token.date;
  if (year === null || month !== null || !tokens.slice(index + 1, index + 3).some((one) => isWord(one, "audit"))) return null;
  const next = tokens.find((one, at) => at > index && positions[at]?.sentence === positions[index]?.sentence && one.kind === "number");
  if (next?.kind !== "number" || next.number.unit.kind !== "个") return null;
  const open = next.number.value;
  const years = report.audit.filter((one) => one.open === open);
  const [only] = years;
  if (!only || years.length > 1) return null;
  const cells = only.regions.flatMap(({ figures }) => figures.flatMap(({ source }) => source.cells));
  const why = { "zh-CN": `工作簿中${only.year}年未整改${open}个`, en: `${open} are open of ${only.year}` };
  if (only.year === year) return { verdict: "ok", expected: null, why, cells };
  return report.audit.some((one) => one.year === year) || open < FEWEST_TO_TELL
    ? null
    : { verdict: "wrong", expected: token.text.replace(String(year), String(only.year)), why, cells };
}
