import { makeStyles, tokens } from "@fluentui/react-components";
import type { CSSProperties } from "react";
import type { CellStyle, PlannedBlock, SheetPlan } from "../../attachments";

const useStyles = makeStyles({
  frame: {
    display: "block",
    width: "100%",
    marginTop: tokens.spacingVerticalXS,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    // Paper, in every theme.
    backgroundColor: "#ffffff",
    color: "#000000",
    forcedColorAdjust: "none",
  },
  // Browsers set forced colours anew inside a foreignObject.
  table: { borderCollapse: "collapse", tableLayout: "fixed", lineHeight: 1.15, forcedColorAdjust: "none" },
  cell: { padding: "0 3px", overflow: "hidden" },
});

/** Rows shown: the frozen head and a few rows under it. */
const ROWS_BELOW_HEAD = 2;
/** Pixels of a digit of Excel's default font, and of the space around a column's text. */
const DIGIT_PX = 7;
const COLUMN_MARGIN_PX = 5;
const PX_PER_POINT = 4 / 3;

/** A small picture of a planned sheet's head in its true proportions; the card's text says what it is. */
export function SheetHead({ plan }: { plan: SheetPlan }) {
  const styles = useStyles();
  const rows = Math.min(plan.rowCount, plan.freeze.rows + ROWS_BELOW_HEAD);
  const widths = plan.columnWidths.slice(0, plan.printedColumns).map((width) => width * DIGIT_PX + COLUMN_MARGIN_PX);
  const heights = plan.rowHeights.slice(0, rows).map((height) => height * PX_PER_POINT);
  const [width, height] = [sum(widths), sum(heights)];
  return (
    <svg className={styles.frame} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <foreignObject width={width} height={height}>
        <table className={styles.table} style={{ width }}>
          <colgroup>
            {widths.map((one, column) => (
              <col key={column} style={{ width: one }} />
            ))}
          </colgroup>
          <tbody>
            {plan.cells.slice(0, rows).map((cells, row) => (
              <tr key={row} style={{ height: heights[row] }}>
                {cells.slice(0, plan.printedColumns).map((cell, column) => {
                  const merge = plan.merges.find((block) => covers(block, row, column));
                  if (merge && (merge.row !== row || merge.column !== column)) return null;
                  return (
                    <td
                      key={column}
                      className={styles.cell}
                      style={cellLook(plan, row, column)}
                      colSpan={merge?.columnCount}
                      rowSpan={merge && Math.min(merge.rowCount, rows - row)}
                    >
                      {cell.kind === "text" ? cell.text : cell.kind === "number" ? cell.value : ""}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </foreignObject>
    </svg>
  );
}

/** How the plan dresses a cell; later styles lie over earlier ones. */
function cellLook(plan: SheetPlan, row: number, column: number): CSSProperties {
  const style = plan.styles
    .filter(({ block }) => covers(block, row, column))
    .reduce<CellStyle>((look, { style: more }) => ({ ...look, ...more }), {});
  return {
    fontFamily: style.fontName,
    fontSize: style.fontSize && `${style.fontSize}pt`,
    fontWeight: style.bold ? "bold" : "normal",
    backgroundColor: style.fill,
    color: style.fontColor,
    textAlign: style.horizontal === "Center" ? "center" : style.horizontal === "Right" ? "right" : "left",
    verticalAlign: style.vertical === "Top" ? "top" : style.vertical === "Bottom" ? "bottom" : "middle",
    whiteSpace: style.wrap ? "pre-wrap" : "nowrap",
    border: style.borders ? "1px solid #000000" : "none",
  };
}

function covers(block: PlannedBlock, row: number, column: number): boolean {
  return (
    row >= block.row && row < block.row + block.rowCount && column >= block.column && column < block.column + block.columnCount
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
