import { makeStyles, tokens } from "@fluentui/react-components";
import type { PlannedBlock, SheetPlan } from "../../attachments";

const useStyles = makeStyles({
  frame: { overflow: "hidden", marginTop: tokens.spacingVerticalXS, border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
  table: { borderCollapse: "collapse", tableLayout: "fixed", width: "100%", fontSize: "8px", lineHeight: "10px" },
  cell: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    padding: "1px",
    textAlign: "center",
    overflow: "hidden",
    overflowWrap: "anywhere",
  },
});

/** Rows shown: the frozen head and a few rows under it. */
const ROWS_BELOW_HEAD = 2;

/** A small picture of a planned sheet's head, drawn from the plan itself; the card's text says what it is. */
export function SheetHead({ plan }: { plan: SheetPlan }) {
  const styles = useStyles();
  const rows = Math.min(plan.rowCount, plan.freeze.rows + ROWS_BELOW_HEAD);
  const total = plan.columnWidths.reduce((sum, width) => sum + width, 0);
  return (
    <div className={styles.frame} aria-hidden="true">
      <table className={styles.table}>
        <colgroup>
          {plan.columnWidths.map((width, column) => (
            <col key={column} style={{ width: `${(width / total) * 100}%` }} />
          ))}
        </colgroup>
        <tbody>
          {plan.cells.slice(0, rows).map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, column) => {
                const merge = mergeAt(plan.merges, row, column);
                if (merge && (merge.row !== row || merge.column !== column)) return null;
                return (
                  <td
                    key={column}
                    className={styles.cell}
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
    </div>
  );
}

function mergeAt(merges: readonly PlannedBlock[], row: number, column: number): PlannedBlock | undefined {
  return merges.find(
    (merge) =>
      row >= merge.row && row < merge.row + merge.rowCount && column >= merge.column && column < merge.column + merge.columnCount,
  );
}
