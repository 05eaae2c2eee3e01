import { Input, makeStyles, Select, ToggleButton, tokens } from "@fluentui/react-components";
import { STATUS_LABELS, statusName, type IndicatorProgress } from "../../progress";
import { useLanguage, useStrings } from "../language";
import { listRegions, statusCounts, toggled } from "../model/region-list";
import { Icon } from "../parts/icons";
import { OneStop } from "../parts/one-stop";
import { usePane, useStore, type ListOrder } from "../store";
import { RegionRows } from "./region-rows";
import { useViewStyles } from "./use-view-styles";

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  chips: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  chip: { minWidth: 0, fontVariantNumeric: "tabular-nums" },
  tools: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) auto", columnGap: tokens.spacingHorizontalS },
  search: { minWidth: 0 },
});

const ORDERS: readonly ListOrder[] = ["lowestFirst", "highestFirst", "asInTable"];

/** The regions of one indicator: chips by status filter them, a search and an order help to find one. */
export function RegionList({ indicator }: { indicator: IndicatorProgress }) {
  const shared = useViewStyles();
  const styles = useStyles();
  const strings = useStrings();
  const language = useLanguage();
  const store = useStore();
  const { list } = usePane();
  const regions = listRegions(indicator, list);
  const chinese = language === "zh-CN";
  return (
    <section className={styles.section} aria-label={chinese ? indicator.name : indicator.english}>
      <h2 className={shared.heading}>
        {chinese ? indicator.shortName : indicator.english} · {strings.regions}
      </h2>
      <OneStop className={styles.chips} role="group" aria-label={strings.filterByStatus}>
        {statusCounts(indicator).map(({ status, count }) => (
          <ToggleButton
            key={status}
            className={styles.chip}
            size="small"
            shape="circular"
            checked={list.statuses.includes(status)}
            onClick={() => store.list({ statuses: toggled(list.statuses, status) })}
          >
            {STATUS_LABELS[status].symbol} {chinese ? statusName(status, [indicator]) : STATUS_LABELS[status].english} {count}
          </ToggleButton>
        ))}
      </OneStop>
      <div className={styles.tools}>
        <Input
          className={styles.search}
          size="small"
          type="search"
          contentBefore={<Icon name="search" />}
          aria-label={strings.searchRegion}
          placeholder={strings.searchRegion}
          value={list.query}
          onChange={(_, { value }) => store.list({ query: value })}
        />
        <Select
          size="small"
          aria-label={strings.order}
          value={list.order}
          onChange={(_, { value }) => store.list({ order: ORDERS.find((order) => order === value) ?? "lowestFirst" })}
        >
          {ORDERS.map((order) => (
            <option key={order} value={order}>
              {strings.orders[order]}
            </option>
          ))}
        </Select>
      </div>
      {regions.length === 0 ? <p className={shared.help}>{strings.noRegionPasses}</p> : <RegionRows indicator={indicator} regions={regions} />}
    </section>
  );
}
