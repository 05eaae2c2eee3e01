import { catalogued, meaningKey, type Meaning } from "../../progress";
import { isCatalogued, ownName } from "../../interpret";
import type { MeantColumn } from "./column-units";
import type { LedgerGroup } from "./ledger-rows";

/** Columns that count another thing than the first does: 兑付金额 beside 发放人数 is 高龄津贴金额 where that is 高龄津贴. */
export function withTells(columns: readonly MeantColumn[]): MeantColumn[] {
  const nameIn = ({ meaning, path }: MeantColumn) => ("indicator" in meaning && !path.some(isCatalogued) ? ownName(meaning.indicator) : null);
  const main = columns.map(nameIn).find((name) => name !== null) ?? "";
  return columns.map((column) => {
    const name = nameIn(column) ?? main;
    return name === main ? column : { ...column, tell: name.startsWith(main) ? name.slice(main.length) : name };
  });
}

function nameOf(indicator: string): string {
  return catalogued(indicator)?.name ?? ownName(indicator);
}

/** A 计划/开工 column is of the indicator that the row's type says; 投资 or 基本建成 is of its own. */
export function meaningFor(column: MeantColumn, { type, role }: Pick<LedgerGroup, "type" | "role">): Meaning {
  const { meaning } = column;
  if ("indicator" in meaning && role !== null) return { kind: role, indicator: meaning.indicator };
  if (!("indicator" in meaning) || type === null || column.path.some(isCatalogued)) return meaning;
  if (type.isStage) return { ...meaning, indicator: `own:${nameOf(meaning.indicator)}${type.name}` };
  return { ...meaning, indicator: column.tell === undefined ? type.indicator : `own:${nameOf(type.indicator)}${column.tell}` };
}

/**
 * One column entry for each indicator that its rows speak of.
 * @param groups what its projects say
 */
export function typedColumns(columns: readonly MeantColumn[], groups: readonly LedgerGroup[]): MeantColumn[] {
  const kinds = new Map(groups.map(({ type, role }) => [`${type?.indicator ?? ""} ${role ?? ""}`, { type, role }]));
  return columns.flatMap((column) => {
    const meanings = new Map([...kinds.values()].map((kind) => [meaningKey(meaningFor(column, kind)), kind]));
    return [...meanings.values()].map((kind): MeantColumn => {
      const meaning = meaningFor(column, kind);
      const isTyped = "indicator" in meaning && meaning.indicator === kind.type?.indicator;
      return { ...column, meaning, unit: (isTyped ? kind.type?.unit : null) ?? column.unit };
    });
  });
}
