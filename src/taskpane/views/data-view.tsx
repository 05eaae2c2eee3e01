import { Suspense } from "react";
import type { Report } from "../../progress";
import { useStrings } from "../language";
import { findingsByTable } from "../model/findings";
import { FindingList } from "../parts/finding-list";
import { TablesKept } from "./lazy-views";
import { TableCard } from "./table-card";
import { useViewStyles } from "./use-view-styles";

/** 数据: the tables found, and what is wrong with them. */
export default function DataView({ report }: { report: Report }) {
  const styles = useViewStyles();
  const strings = useStrings();
  const { tables, elsewhere } = findingsByTable(report);
  return (
    <div className={styles.view}>
      <h2 className={styles.heading}>{strings.found(report.tables.length, report.regions.length)}</h2>
      {tables.map(({ table, findings }, index) => (
        <TableCard key={`${table.sheet}-${index}`} index={report.tables.indexOf(table)} table={table} findings={findings} report={report} />
      ))}
      {elsewhere.length > 0 && (
        <section className={styles.card}>
          <h3 className={styles.heading}>{strings.findingsElsewhere}</h3>
          <FindingList findings={elsewhere} />
        </section>
      )}
      <Suspense>
        <TablesKept />
      </Suspense>
    </div>
  );
}
