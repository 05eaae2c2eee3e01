/**
 * The line above the grid: the address of the active cell, and what stands in it, to be edited there. The host alone
 * holds the workbook, so that the grid has no editor of its own: typing on a cell, F2 and a double click begin here.
 */
import type { Host } from "../types";
import { rectAddress } from "./grid/address";
import { texts } from "./texts";

export interface EditLine {
  /** Shows the active cell as it is now, unless it is being edited. */
  refresh(): void;
  /** Begins to edit the active cell. @param typed what is typed over its content; left out: the content itself is edited */
  edit(typed?: string): void;
}

/**
 * Makes the line.
 * @param grid where typing on a cell begins
 * @param onError told when the host refuses what was typed
 * @param done called when editing has ended: the grid gets the keyboard back
 */
export function createEditLine(
  host: Host,
  address: HTMLElement,
  line: HTMLInputElement,
  grid: HTMLElement,
  onError: (error: unknown) => void,
  done: () => void,
): EditLine {
  line.setAttribute("aria-label", texts.editLine);
  const active = () => {
    const { sheet, rect } = host.workbook.selection;
    return { sheet, row: rect.top, column: rect.left };
  };
  /** The cell that is being edited; null: none. */
  let edited: ReturnType<typeof active> | null = null;
  const begin = () => {
    edited ??= active();
    host.cellEditMode = true;
  };
  const refresh = () => {
    const { sheet, row, column } = active();
    // Who goes to another cell has finished with this one, as in Excel.
    if (edited && (edited.sheet !== sheet || edited.row !== row || edited.column !== column)) return commit(null);
    address.textContent = rectAddress(row, column);
    if (edited) return;
    const view = host.workbook.sheet(sheet)?.cell(row, column);
    line.value = view ? view.formula || view.input : "";
  };
  /** @param isHere whether the user stays with the grid's own choice; a click elsewhere is still under way */
  const end = (isHere: boolean) => {
    edited = null;
    host.cellEditMode = false;
    line.blur();
    refresh();
    if (isHere) done();
  };
  /** @param next how far from it the cell is that is chosen then; null: the one that was chosen meanwhile */
  const commit = (next: { down: number; right: number } | null) => {
    if (!edited) return;
    const { sheet, row, column } = edited;
    const typed = line.value;
    edited = null;
    host.cellEditMode = false;
    try {
      host.edit(sheet, rectAddress(row, column), typed);
      if (next) host.select(sheet, rectAddress(row + next.down, column + next.right));
    } catch (error) {
      onError(error);
    }
    end(next !== null);
  };
  const edit = (typed?: string) => {
    refresh();
    begin();
    if (typed !== undefined) line.value = typed;
    line.focus();
    line.setSelectionRange(line.value.length, line.value.length);
  };
  line.addEventListener("focus", begin);
  line.addEventListener("blur", () => commit(null));
  line.addEventListener("keydown", (event) => {
    // Nor does the grid hear of keys that are typed here.
    event.stopPropagation();
    if (event.isComposing) return;
    if (event.key === "Enter") commit({ down: 1, right: 0 });
    else if (event.key === "Tab") commit({ down: 0, right: 1 });
    else if (event.key === "Escape") end(true);
    else return;
    event.preventDefault();
  });
  window.addEventListener(
    "keydown",
    (event) => {
      const { target, key } = event;
      const isInGrid = target === document.body || (target instanceof Node && grid.contains(target));
      if (!isInGrid || event.ctrlKey || event.metaKey || event.altKey) return;
      if (key === "F2") edit();
      // The key itself is typed into the line, which has the keyboard now; a composing one (拼音) too.
      else if (key.length === 1 || key === "Process") {
        event.stopImmediatePropagation();
        return edit("");
      } else return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { capture: true },
  );
  grid.addEventListener(
    "dblclick",
    (event) => {
      event.stopPropagation();
      edit();
    },
    { capture: true },
  );
  return { refresh, edit };
}
