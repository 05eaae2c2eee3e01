import { AMOUNT_WORDS, hasAny, MONEY_WORDS } from "../../lexicon";
import {
  catalogued,
  finding,
  meaningUnit,
  type Finding,
  type IndicatorDefinition,
  type Meaning,
  type TableColumn,
} from "../../progress";
import { unitFamily, unitRatio, unitsIn, type UnitInfo } from "../../cells";
import { CLOSE, headerWords, ownName, type ReadSlot } from "../../interpret";
import type { View } from "../view";
import { headerCellOf, type Frame } from "./frame";

/** A column whose meaning is known. */
export interface MeantColumn extends ReadSlot {
  meaning: Meaning;
  /** In a ledger whose columns count several things, what this one's adds to the name of a row's type: 金额. */
  tell?: string;
}

/** What a table's summary says of a column beside its place. */
export function explained({ header, meaning, also, why, runnerUp }: ReadSlot, unit: UnitInfo | null): Pick<TableColumn, "header" | "meaning" | "also" | "unit" | "why" | "runnerUp" | "unsure"> {
  return {
    header,
    meaning,
    ...(also.length > 0 ? { also } : {}),
    unit: unit?.text ?? null,
    why,
    runnerUp: runnerUp?.meaning ?? null,
    ...(runnerUp && runnerUp.margin < CLOSE ? { unsure: true } : {}),
  };
}

/** Every indicator's figure that a column holds. */
export function meaningsOf({ meaning, also }: ReadSlot): Meaning[] {
  return meaning ? [meaning, ...also] : [];
}

/** The indicators that columns say outright. */
export function firmIn(columns: readonly ReadSlot[]): string[] {
  return columns.flatMap((column) => (column.isFirm ? meaningsOf(column).flatMap((meaning) => ("indicator" in meaning && meaning.kind !== "rate" ? [meaning.indicator] : [])) : []));
}

/** Whether a column was understood. */
export function isMeant(column: ReadSlot): column is MeantColumn {
  return column.meaning !== null;
}

/** The indicators that a table's columns speak of, in their order. */
export function indicatorsOf(columns: readonly ReadSlot[]): IndicatorDefinition[] {
  const found = new Map<string, IndicatorDefinition>();
  // A target that several share tells the verb of none but the first.
  const verbs = new Map([...columns].reverse().flatMap(({ meaning, verb }) => (meaning && "indicator" in meaning ? [[meaning.indicator, verb] as const] : [])));
  const meant = columns.flatMap((column) => meaningsOf(column).map((meaning) => ({ ...column, meaning })));
  for (const { meaning, partOf } of meant) {
    if (!("indicator" in meaning) || meaning.kind === "projects") continue;
    if (found.has(meaning.indicator)) continue;
    const verb = verbs.get(meaning.indicator) ?? null;
    const known = catalogued(meaning.indicator);
    const name = ownName(meaning.indicator);
    const definition: IndicatorDefinition = known
      ? { ...known }
      : { id: meaning.indicator, name, shortName: name, unit: "", english: name, ...(verb === null ? {} : { verb }) };
    const parent = definition.parent ?? partOf ?? undefined;
    found.set(meaning.indicator, parent === undefined ? definition : { ...definition, parent });
  }
  return [...found.values()];
}

/**
 * The unit of each column: its header's; else the caption's, where the caption names one that fits and most of its own
 * cells name none of another kind; else the one that those name. An
 * indicator counted in another unit than the catalogue's takes that unit.
 * @param indicators changed where the table counts in a unit of its own
 * @param rows the rows that are looked at
 */
export function settleUnits(
  frame: Pick<Frame, "view" | "band" | "run">,
  columns: readonly MeantColumn[],
  indicators: IndicatorDefinition[],
  rows: readonly number[],
): { units: Map<ReadSlot, UnitInfo | null>; findings: Finding[] } {
  const { view, band } = frame;
  const captions = [...band.captions.map(({ text }) => text), band.title ?? ""].flatMap(unitsIn);
  const findings: Finding[] = [];
  const units = new Map<ReadSlot, UnitInfo | null>();
  for (const column of columns) {
    const { unit, conflict } = columnUnit(column, captions, indicators);
    const own = column.unit ? null : commonUnit(view, column.column, rows);
    // Of one kind, what names no unit is in the caption's: 0.3 below 3000万元 under 单位：亿元.
    units.set(column, own && own.kind !== unit?.kind ? own : unit);
    if (conflict && unit) findings.push(headerConflict(frame, column, unit, conflict));
  }
  const amounts = new Map<string, MeantColumn[]>();
  for (const column of columns) for (const id of amountsIn(column)) amounts.set(id, [...(amounts.get(id) ?? []), column]);
  for (const definition of indicators) {
    if (definition.unit === "万元") continue;
    const own = amounts.get(definition.id) ?? [];
    const first = own.flatMap((column) => units.get(column) ?? [])[0];
    if (!first) continue;
    definition.unit = first.kind;
    // 拆除面积（㎡） beside 全年任务（万㎡）: figures of one indicator are brought to one unit.
    for (const column of own) {
      const unit = units.get(column);
      // 登记目标 beside 已登记额（亿元） is in 亿元 too.
      if (!unit) units.set(column, first);
      if (unit && unit.kind !== first.kind && unitFamily(unit) === unitFamily(first)) units.set(column, { ...unit, kind: first.kind, scale: unitRatio(unit, first) });
    }
  }
  return { units, findings };
}

/** The one unit that a column's cells name, at least half of those with a figure. */
function commonUnit(view: View, column: number, rows: readonly number[]): UnitInfo | null {
  const figures = rows.map((row) => view.reading(row, column)).filter(({ kind }) => kind === "number");
  const named = figures.flatMap((reading) => (reading.kind === "number" ? (reading.unit ?? []) : []));
  const [first] = named;
  return first && named.length * 2 >= figures.length && named.every(({ text }) => text === first.text) ? first : null;
}

/** The indicators whose target or done a column holds, each once. */
function amountsIn(column: MeantColumn): Set<string> {
  return new Set(meaningsOf(column).flatMap((meaning) => (meaning.kind === "target" || meaning.kind === "done" ? [meaning.indicator] : [])));
}

function columnUnit(
  column: MeantColumn,
  captions: readonly UnitInfo[],
  indicators: readonly IndicatorDefinition[],
): { unit: UnitInfo | null; conflict?: UnitInfo } {
  const expected = meaningUnit(column.meaning, indicators);
  if (expected === null) return { unit: null };
  const isMoney = (unit: UnitInfo) => unit.kind === "万元";
  const money = expected === "万元" || (column.unit ? isMoney(column.unit) : saysMoney(column) || (captions.some(isMoney) && captions.every((unit) => isMoney(unit) || isCount(unit)) && hasParts(column)));
  const fitting = captions.filter((unit) => isMoney(unit) === money);
  if (column.unit) {
    const { unit } = column;
    // 金额 and 开工套数 only imply a unit: the caption says which of its kind.
    const captioned = fitting.filter(({ kind }) => kind === unit.kind);
    if (unitsIn(column.header).length === 0 && captioned.length === 1) return { unit: captioned[0] ?? unit };
    const other = money && fitting.length === 1 ? fitting.find(({ scale }) => scale !== unit.scale) : undefined;
    return other ? { unit, conflict: other } : { unit };
  }
  return { unit: fitting.length === 1 ? (fitting[0] ?? null) : null };
}

/** 笔, 户; not 公里, 万亩. */
function isCount({ scale, measure }: UnitInfo): boolean {
  return scale === 1 && measure === undefined;
}

/** 247.02 is no number of 笔: what is counted is whole. */
function hasParts({ cells }: ReadSlot): boolean {
  const numbers = cells.filter((cell) => cell.kind === "number");
  return numbers.filter((cell) => !cell.percent && !Number.isInteger(cell.value)).length * 2 > numbers.length;
}

/** 补助资金, 归集额, 省重点项目投资: money, whatever else the line over the table counts. */
function saysMoney({ path }: ReadSlot): boolean {
  return path.some((text) => {
    const { counted, stage } = headerWords(text);
    return hasAny(text, MONEY_WORDS) || AMOUNT_WORDS.includes(counted) || (stage === "invest" && counted === "");
  });
}

function headerConflict(frame: Pick<Frame, "view" | "band" | "run">, column: ReadSlot, header: UnitInfo, caption: UnitInfo): Finding {
  const cell = headerCellOf(frame, column.column);
  const line = frame.band.captions.find(({ text }) => unitsIn(text).some((unit) => unit.text === caption.text));
  return finding(
    "unit-conflict",
    line ? [cell, line.cell] : [cell],
    `“${column.header}”的单位不一致：表头写${header.text}，表上方写${caption.text}；暂按表头计算，请核对`,
    `“${column.header}”: the header says ${header.text}, the caption ${caption.text}; the header is used`,
  );
}
