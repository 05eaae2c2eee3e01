import type { Block } from "../snapshot";
import type { Correction, TableKey } from "./correction";

/**
 * Takes corrections from what the workbook keeps; what another hand or another version has spoiled is left out.
 * @param kept any JSON value
 */
export function correctionsIn(kept: unknown): Correction[] {
  return Array.isArray(kept) ? kept.filter(isCorrection) : [];
}

function isCorrection(value: unknown): value is Correction {
  if (!isObject(value)) return false;
  switch (value.kind) {
    case "range":
      return isText(value.sheet) && isText(value.headers) && isBlock(value.range);
    case "ignore":
      return isKey(value.table);
    case "column":
      return isKey(value.table) && isText(value.header) && isSetting(value.setting);
    case "region":
      return isText(value.label) && (value.region === null || isText(value.region));
    case "readHidden":
      return isText(value.sheet);
    default:
      return false;
  }
}

function isSetting(value: unknown): boolean {
  return (
    isObject(value) &&
    ["target", "done", "rate", "ignore"].includes(String(value.role)) &&
    (value.indicator === undefined || isText(value.indicator)) &&
    (value.unit === undefined || isText(value.unit)) &&
    (value.verb === undefined || isText(value.verb))
  );
}

function isKey(value: unknown): value is TableKey {
  return isObject(value) && (value.sheet === null || isText(value.sheet)) && isText(value.headers);
}

function isBlock(value: unknown): value is Block {
  return isObject(value) && [value.row, value.column, value.rowCount, value.columnCount].every((part) => Number.isInteger(part) && Number(part) >= 0);
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
