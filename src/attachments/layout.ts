import type { Form, FormColumn } from "./form";
import type { CellStyle, SheetPart } from "./plan";
import type { SheetBuilder } from "./sheet-builder";

/** Everything that placing a form's rows needs to know. */
export interface Layout {
  builder: SheetBuilder;
  form: Form;
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
