import type * as Core from "@univerjs/core";

/** A cell that the user changed in the grid, as it was typed. */
export interface TypedCell {
  row: number;
  column: number;
  input: string;
}

/** The one change of Univer's sheets that is taken: values written into cells. */
const SET_VALUES = "sheet.mutation.set-range-values";

/**
 * Lets no change into Univer's own workbook. Values that the user types, pastes, fills or deletes
 * go to `take` instead, and every other change of a sheet (formats, moves, widths) is refused: the
 * host alone holds the workbook, the grid only shows it.
 *
 * @returns a function that runs `change` with the gate open, for the grid's own frame changes
 */
export function closeGate(
  commands: Core.ICommandService,
  core: typeof Core,
  take: (cells: TypedCell[]) => void,
): (change: () => void) => void {
  let open = false;
  commands.beforeCommandExecuted((info) => {
    if (open || info.type !== core.CommandType.MUTATION) return;
    if (!info.id.startsWith("sheet.mutation.")) return;
    if (info.id === SET_VALUES) take(typedCells(info.params as SetValues));
    throw new core.CanceledError();
  });
  return (change) => {
    open = true;
    try {
      change();
    } finally {
      open = false;
    }
  };
}

interface SetValues {
  cellValue?: Record<number, Record<number, Core.ICellData | null>>;
}

function typedCells({ cellValue }: SetValues): TypedCell[] {
  return Object.entries(cellValue ?? {}).flatMap(([row, cells]) =>
    Object.entries(cells)
      .map(([column, data]) => ({ row: Number(row), column: Number(column), input: inputOf(data) }))
      .filter((cell): cell is TypedCell => cell.input !== undefined),
  );
}

/** What was typed; undefined where only a cell's looks were to change. */
function inputOf(data: Core.ICellData | null): string | undefined {
  if (data === null) return "";
  if (data.f) return data.f;
  if (data.p?.body) return data.p.body.dataStream.replace(/\r\n$/, "").replaceAll("\r", "\n");
  if (data.v === undefined && data.p === undefined && data.f === undefined) return undefined;
  if (typeof data.v === "boolean") return data.v ? "TRUE" : "FALSE";
  return data.v === null || data.v === undefined ? "" : String(data.v);
}
