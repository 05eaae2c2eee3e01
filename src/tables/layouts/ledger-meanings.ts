import { meaningKey, type Meaning } from "../../progress";
import { isCatalogued } from "../interpret";
import type { MeantColumn } from "./column-units";
import type { LedgerGroup } from "./ledger-rows";

/** A 计划/开工 column is of the indicator that the row's type says; 投资 or 基本建成 is of its own. */
export function meaningFor(column: MeantColumn, { type, role }: Pick<LedgerGroup, "type" | "role">): Meaning {
  const { meaning } = column;
  if ("indicator" in meaning && role !== null) return { kind: role, indicator: meaning.indicator };
  if (!("indicator" in meaning) || type === null || column.path.some(isCatalogued)) return meaning;
  return { ...meaning, indicator: type.indicator };
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
      const { type } = kind;
      const meaning = meaningFor(column, kind);
      const isTyped = type !== null && "indicator" in meaning && meaning.indicator === type.indicator;
      return { ...column, meaning, unit: (isTyped ? type.unit : null) ?? column.unit };
    });
  });
}
