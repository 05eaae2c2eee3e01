import { keptCells, keptRecord, keptRule, packedCells, SHEET_KEYS, type KeptWidths, type NoticeRow, type PlannedCell, type PlannedRule, type SheetKey, type SheetRecord } from "../attachments";
import { either, fields, listOf, namedOf, number, oneOf, orNull, text, whole, type Parser } from "../progress";
import { keptCellsBefore, type CellsBefore } from "./cells-before";
import { keptContentsFrom, type KeptContents } from "./kept-data";

/** A conditional format of ours on a sheet of the staff's. */
export interface Mark {
  /** The sheet's name. */
  sheet: string;
  /** Its cells: B3:B17, several areas parted by commas. */
  address: string;
  rule: PlannedRule;
  /** Its rank among all rules of the sheet, from 0; left out: above all others. */
  priority?: number;
}

/** A sheet that was ours before it was left to the office: what makes it ours again. */
export interface HandedOver {
  /** The name that marks it as the office's. */
  kept: string;
  /** The names that marked it and its columns, with what they referred to. */
  names: { name: string; formula: string }[];
}

/**
 * One thing of ours that is put where it is to stand: plain data, the same for a write and for taking it back, so that
 * the inverse of a step is a step.
 */
export type Step =
  /** A sheet of ours: over the one of its key that stands, else new. @see planOf */
  | { kind: "sheet"; key: SheetKey; record: SheetRecord; cells: PlannedCell[][]; widths: KeptWidths }
  /** No sheet of ours of a key, or one that was handed over; `record`: what the workbook keeps of it all the same. */
  | { kind: "noSheet"; key: SheetKey; record: SheetRecord | null; handedOver: HandedOver | null }
  /** All our marks on the staff's sheets. */
  | { kind: "marks"; marks: Mark[] }
  /** Paragraphs in cells of the staff's that are empty. */
  | { kind: "paragraphs"; sheet: string; row: number; column: number; columnCount: number; rows: NoticeRow[] }
  /** Cells of the staff's as they were before `texts` stood in them, one a row. */
  | { kind: "cells"; before: CellsBefore; texts: string[] }
  /** What the workbook keeps of ours. */
  | { kind: "keep"; kept: Partial<KeptContents> };

/** The step of a kind, where there is one. */
export function stepOf<Kind extends Step["kind"]>(steps: readonly Step[], kind: Kind): Extract<Step, { kind: Kind }> | undefined {
  return steps.find((step): step is Extract<Step, { kind: Kind }> => step.kind === kind);
}

/** All steps of a kind. */
export function stepsOf<Kind extends Step["kind"]>(steps: readonly Step[], kind: Kind): Extract<Step, { kind: Kind }>[] {
  return steps.filter((step): step is Extract<Step, { kind: Kind }> => step.kind === kind);
}

/** What steps put something in the place of; two that name the same cannot be taken back but in their order. */
export function touchedBy(steps: readonly Step[]): string[] {
  const touched = steps.flatMap((step): string[] => {
    switch (step.kind) {
      case "sheet":
      case "noSheet":
        return [`sheet.${step.key}`];
      case "keep":
        return Object.keys(step.kept).map((field) => `kept.${field}`);
      case "marks":
        return ["marks"];
      case "paragraphs":
      case "cells":
        return [];
    }
  });
  return [...new Set(touched)];
}

/** Ranks of rules, more than any sheet has. */
const MOST_RULES = 100_000;
const key = oneOf(SHEET_KEYS);
const STEP: Parser<Step> = either<Step>(
  fields({ kind: oneOf(["sheet"] as const), key, record: keptRecord, cells: keptCells, widths: namedOf(number(0)) }),
  fields({ kind: oneOf(["noSheet"] as const), key, record: orNull(keptRecord), handedOver: orNull(fields<HandedOver>({ kept: text(), names: listOf(fields({ name: text(), formula: text() })) })) }),
  fields({ kind: oneOf(["marks"] as const), marks: listOf(fields({ sheet: text(), address: text(), rule: keptRule }, { priority: whole(0, MOST_RULES) })) }),
  fields({ kind: oneOf(["cells"] as const), before: keptCellsBefore, texts: listOf(text()) }),
  fields({ kind: oneOf(["keep"] as const), kept: keptContentsFrom }),
);

/** Steps as they are stored, to be read by `stepsFrom`. */
export function storedSteps(steps: readonly Step[]): unknown[] {
  return steps.map((step) => (step.kind === "sheet" ? { ...step, cells: packedCells(step.cells) } : step));
}

/** The steps that a write was to be taken back by, as they were stored; undefined where another hand has spoiled them. */
export const stepsFrom: Parser<Step[]> = listOf(STEP);
