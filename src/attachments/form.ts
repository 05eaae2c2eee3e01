import { unitsBelow, type Report } from "../progress";
import type { PlannedFigure } from "./figure-cell";
import type { RowName } from "./formulas";
import type { PlannedRule, PrintSetup, SheetKey } from "./plan";

/** A standard form before it is laid out: what it says, whatever the template's columns and fonts. */
export interface StandardForm {
  key: SheetKey;
  sheetName: string;
  /** 附件1, 附件2; null for a form of no number. */
  label: string | null;
  title: string;
  caption: { reporter: string; day: string; units: string };
  /** A table before the sections, worked out from them. */
  lead?: FormLead;
  /** At least one; each with the same columns. */
  sections: FormSection[];
  /** Lines under the table, across its whole width. */
  notes: string[];
  print: PrintSetup;
}

/** A table of a form: regions down, a total row under them. */
export interface FormSection {
  /** A line above the rows where a form has several tables: 一、棚户区改造开工（套）. */
  heading: string | null;
  /** Regions in the order of their rows. */
  regions: string[];
  totalLabel: string;
  columns: FormColumn[];
  /** A line under the rows: 无此项任务：… */
  remark: string | null;
}

/** A column of a form. Its content is a function of the region, so that a template may move it anywhere. */
export interface FormColumn {
  /** The same from month to month: starts.rate. */
  id: string;
  /** Header texts from the outermost band to the column's own. */
  path: string[];
  /** Ids of the columns that its formulas refer to. */
  needs?: string[];
  numberFormat?: string;
  /** The widest that it shows on one line, for its width. */
  widest: string;
  /** Wrapped words of any length, set left. */
  words?: boolean;
  cell(at: RowPlace): FormCell | null;
  /** Formula of its total row, or a typed one; null: none. */
  total(at: TotalPlace): FormCell | null;
  rules?(at: RowPlace): PlannedRule[];
}

/** A cell of a form; `text` is what words show, for the row's height. */
export interface FormCell extends PlannedFigure {
  text?: string;
}

/** Where a row's cells are, by column id. */
export interface RowPlace {
  region: string;
  /** "$C6": the same row's cell of a column. */
  at(id: string): string;
  /** "$C$6:$C$20": a column over the section's regions. */
  span(id: string): string;
  /** "$C$21": a column's total. */
  total(id: string): string;
}

/** Where a total row's cells are. */
export type TotalPlace = Omit<RowPlace, "region">;

/** A table before a form's sections whose rows are worked out from theirs. */
export interface FormLead {
  heading: string;
  /** Regions in the order of its rows. */
  regions: string[];
  /** Where fewer columns are shown, the last ones are left out; each refers only to those before it, and to the scores. */
  columns: LeadColumn[];
  /** Ids of the sections' columns that its formulas refer to. */
  needs: string[];
  /** A line under its rows. */
  remark: string;
}

/** A column of it. */
export interface LeadColumn {
  id: string;
  header: string;
  numberFormat?: string;
  cell(at: LeadPlace): FormCell | null;
}

/** Where a row's cells are, and those of the sections. */
export interface LeadPlace {
  region: string;
  /** "$C6": the same row's cell of a column. */
  at(id: string): string;
  /** "$C$6:$C$20": a column over all its regions. */
  span(id: string): string;
  /** "$E$34": a column's cell of this region in a section; null where the region is not in it. */
  of(section: number, id: string): string | null;
}

/** The column that names the regions; every form has it. */
export const REGION_COLUMN = "region";

/** What a row is called, by the cell that says it. */
export function rowName({ region, at }: RowPlace): RowName {
  return { name: region, cell: at(REGION_COLUMN) };
}

/** What stands over the regions' names: 县（市、区）, 乡镇（街道）, 部门. */
export function regionHeader({ regions }: Report): string {
  return unitsBelow(regions.map(({ name }) => name)).header;
}

/** The column of the regions' names. */
export function regionColumn(report: Report, regions: readonly string[], totalLabel: string): FormColumn {
  const header = regionHeader(report);
  const longest = [...regions, header].reduce((found, name) => (name.length > found.length ? name : found), "");
  return {
    id: REGION_COLUMN,
    path: [header],
    widest: longest,
    cell: ({ region }) => ({ cell: { kind: "text", text: region } }),
    total: () => ({ cell: { kind: "text", text: totalLabel } }),
  };
}

/** The sum of a column's regions, as its total. */
export function sumOf(id: string): FormColumn["total"] {
  return ({ span }) => ({ cell: { kind: "formula", formula: `=SUM(${span(id)})` } });
}
