import type { Package } from "../package";
import type { Sheet } from "../sheet";
import type { Rect } from "../types";

/** What charts need of the workbook that they stand in. */
export interface ChartBook {
  readonly pkg: Package;
  readonly date1904: boolean;
  /** The cells that a chart's formula names: '表 1'!$B$2:$B$9. @param home the sheet of the chart */
  referencedRange(formula: string, home: Sheet): { sheet: Sheet; rect: Rect } | undefined;
}
