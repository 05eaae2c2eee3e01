import type { StandardForm, FormColumn } from "./form";
import type { CellStyle, SheetPart } from "./plan";
import type { SheetBuilder } from "./sheet-builder";

/** Everything that placing a form's rows needs to know. */
export interface FormLayout {
  builder: SheetBuilder;
  form: StandardForm;
  /** Shown columns, then hidden ones. */
  columns: FormColumn[];
  shown: number;
  /** Widths of the shown columns, in points. */
  points: number[];
  fontSize: number;
  /** The least height of a row, in points. */
  rowHeight: number;
  styles: Record<SheetPart, CellStyle>;
}
