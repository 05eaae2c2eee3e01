import { either, fields, keptBlock, listed, oneOf, orNull, text } from "../../progress";
import { SET_ROLES, type Correction, type TableKey } from "./correction";

const table = fields<TableKey>({ sheet: orNull(text()), headers: text(Number.POSITIVE_INFINITY) });
const setting = fields({ role: oneOf(SET_ROLES) }, { indicator: text(), unit: text(), verb: text() });
const correction = either<Correction>(
  fields({ kind: oneOf(["range"] as const), sheet: text(), range: keptBlock, headers: text(Number.POSITIVE_INFINITY) }),
  fields({ kind: oneOf(["ignore"] as const), table }),
  fields({ kind: oneOf(["column"] as const), table, header: text(), setting }),
  fields({ kind: oneOf(["region"] as const), label: text(), region: orNull(text()) }),
  fields({ kind: oneOf(["readHidden"] as const), sheet: text() }),
);

/**
 * Takes corrections from what the workbook keeps; what another hand or another version has spoiled is left out.
 * @param kept any JSON value
 */
export function correctionsIn(kept: unknown): Correction[] {
  return listed(correction)(kept);
}
