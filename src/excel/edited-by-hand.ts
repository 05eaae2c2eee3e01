import type { HandEdit, SheetKey } from "../attachments";
import { Problem } from "./problem";

/** A sheet of ours that the office has edited since. */
export interface EditedSheet {
  key: SheetKey;
  name: string;
  edit: HandEdit;
}

const MOST_ROWS = 5;

/**
 * Sheets to be written were edited by hand: nothing was written. The caller may ask, and write again with
 * `edited: "replace"` (over the edits) or `"keep"` (beside the edited sheet).
 */
export class EditedByHand extends Problem {
  constructor(readonly sheets: readonly EditedSheet[]) {
    super("edited-by-hand", {
      "zh-CN": `${sheets.map(chinese).join("；")}。没有写入任何内容。请选择覆盖，或保留改过的工作表、另插一张新的。`,
      en: `${sheets.map(english).join("; ")}. Nothing was written. Choose to replace it, or to keep it and insert a new one beside it.`,
    });
  }
}

function chinese({ name, edit }: EditedSheet): string {
  return `工作表“${name}”插入之后手工改过（${edit.rows.length > 0 ? `第 ${rowList(edit.rows)} 行` : edit.look ? "字体、底色或对齐" : "有图表被删除或改名"}）`;
}

function english({ name, edit }: EditedSheet): string {
  return `The sheet “${name}” was edited by hand since it was inserted (${edit.rows.length > 0 ? `rows ${rowList(edit.rows)}` : edit.look ? "fonts, fills or alignment" : "a chart was deleted or renamed"})`;
}

function rowList(rows: readonly number[]): string {
  const named = rows.slice(0, MOST_ROWS).map((row) => row + 1).join("、");
  return rows.length > MOST_ROWS ? `${named}…` : named;
}
