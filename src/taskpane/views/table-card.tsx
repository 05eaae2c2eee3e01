import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { Suspense, useState } from "react";
import { a1Range, columnLetters, meaningName, type Finding, type Report, type TableColumn, type TableSummary } from "../../progress";
import { useLanguage, useStrings, type Strings } from "../language";
import { FindingList } from "../parts/finding-list";
import { Folded } from "../parts/folded";
import { Icon } from "../parts/icons";
import { usePane, useStore } from "../store";
import { ColumnForm } from "./lazy-views";
import { useViewStyles } from "./use-view-styles";

const useStyles = makeStyles({
  head: { display: "flex", alignItems: "flex-start", justifyContent: "space-between", columnGap: tokens.spacingHorizontalS },
  locate: { flexShrink: 0, minWidth: 0 },
  clean: { color: tokens.colorPaletteGreenForeground1, display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalXS },
  summary: { cursor: "pointer", padding: `${tokens.spacingVerticalXS} 0` },
  columns: { width: "100%", borderCollapse: "collapse", textAlign: "left", verticalAlign: "top", tableLayout: "fixed" },
  place: { width: "36px" },
  cell: { padding: `2px ${tokens.spacingHorizontalXS} 2px 0`, verticalAlign: "top", fontWeight: tokens.fontWeightRegular },
  edit: { minWidth: 0 },
  unread: { color: tokens.colorNeutralForeground3, fontStyle: "italic" },
});

interface TableCardProps {
  /** The table's place in the report. */
  index: number;
  table: TableSummary;
  findings: readonly Finding[];
  report: Report;
}

/** One table as it was read: where, how laid out, what its columns were taken for, what is wrong with it. */
export function TableCard({ index, table, findings, report }: TableCardProps) {
  const shared = useViewStyles();
  const styles = useStyles();
  const strings = useStrings();
  const store = useStore();
  const { busy } = usePane();
  const place = `${table.sheet}!${a1Range(table.range)}`;
  return (
    <section className={shared.card} aria-label={table.sheet}>
      <div className={styles.head}>
        <h3 className={shared.heading}>{table.title ?? strings.untitled}</h3>
        <Button
          className={styles.locate}
          appearance="subtle"
          size="small"
          icon={<Icon name="target" />}
          aria-label={strings.locateCell(place)}
          onClick={() => void store.showCell(table.range)}
        >
          {strings.locate}
        </Button>
      </div>
      <div className={shared.quiet}>
        {place} · {strings.layouts[table.layout]}
      </div>
      {findings.length === 0 ? (
        <div className={styles.clean}>
          <Icon name="check" /> {strings.noFindings}
        </div>
      ) : (
        <FindingList findings={findings} />
      )}
      <Folded className={shared.quiet} summary={strings.columnsTaken(table.columns.length)} summaryClassName={styles.summary}>
        <table className={styles.columns}>
          <thead>
            <tr>
              <th scope="col" className={`${styles.cell} ${styles.place}`}>{strings.column}</th>
              <th scope="col" className={styles.cell}>{strings.header}</th>
              <th scope="col" className={styles.cell}>{strings.meaning}</th>
            </tr>
          </thead>
          <tbody>
            {unsureFirst(table.columns).map((column) => (
              <ColumnRow key={`${column.range.row}-${column.range.column}`} column={column} index={index} table={table} report={report} />
            ))}
          </tbody>
        </table>
        <Button size="small" disabledFocusable={busy !== null} onClick={() => void store.changeTables({ kind: "ignore", table: index })}>
          {strings.ignoreTable}
        </Button>
      </Folded>
    </section>
  );
}

function ColumnRow({ column, index, table, report }: { column: TableColumn; index: number; table: TableSummary; report: Report }) {
  const styles = useStyles();
  const strings = useStrings();
  const language = useLanguage();
  const { range, meaning } = column;
  const [editing, setEditing] = useState(false);
  if (editing) {
    return (
      <tr>
        <td colSpan={3} className={styles.cell}>
          <Suspense>
            <ColumnForm table={index} column={column} indicators={report.indicators} close={() => setEditing(false)} />
          </Suspense>
        </td>
      </tr>
    );
  }
  return (
    <tr>
      <td className={styles.cell}>{table.layout === "transposed" ? range.row + 1 : columnLetters(range.column)}</td>
      <td className={styles.cell}>{column.header}</td>
      <td className={meaning ? styles.cell : `${styles.cell} ${styles.unread}`}>
        {meaningText(column, report, language === "zh-CN", strings)}{column.unsure ? ` · ${strings.unsureColumn}` : ""}{" "}
        <Button size="small" appearance="subtle" className={styles.edit} aria-label={strings.setColumn(column.header)} onClick={() => setEditing(true)}>
          {strings.editColumn}
        </Button>
        <Reasons column={column} report={report} />
      </td>
    </tr>
  );
}

/** Why a column was read so and what came near, folded away. */
function Reasons({ column, report }: { column: TableColumn; report: Report }) {
  const strings = useStrings();
  const chinese = useLanguage() === "zh-CN";
  const { why = [], runnerUp } = column;
  if (why.length === 0) return null;
  const other = runnerUp ? meaningName(runnerUp, report.indicators) : null;
  return (
    <details>
      <summary>{strings.whyColumn}</summary>
      {why.join("；")}
      {other ? ` · ${strings.runnerUpColumn(chinese ? other.chinese : other.english)}` : ""}
    </details>
  );
}

/** The columns that the clerk is asked about come first. */
function unsureFirst(columns: readonly TableColumn[]): TableColumn[] {
  return [...columns].sort((a, b) => Number(b.unsure ?? false) - Number(a.unsure ?? false));
}

function meaningText({ meaning, unit }: TableColumn, report: Report, chinese: boolean, strings: Strings): string {
  if (!meaning) return strings.notUnderstood;
  const name = meaningName(meaning, report.indicators);
  return `${chinese ? name.chinese : name.english}${unit ? ` · ${unit}` : ""}`;
}
