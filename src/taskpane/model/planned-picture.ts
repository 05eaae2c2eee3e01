import { pointsOf, type PlannedChart, type SheetPlan } from "../../attachments";
import { drawChart, type Picture } from "../../charts";

/** A planned chart as a picture, in the size that it has on its sheet. */
export function plannedPicture({ columnWidths, rowHeights }: SheetPlan, { chart, at }: PlannedChart): Picture {
  const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);
  const width = sum(columnWidths.slice(at.column, at.column + at.columnCount).map(pointsOf));
  return drawChart(chart, width, sum(rowHeights.slice(at.row, at.row + at.rowCount)));
}
