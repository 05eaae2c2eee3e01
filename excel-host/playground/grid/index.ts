/** The workbook in Univer's grid: it asks the host for every cell it draws, and keeps none. */
import type * as Core from "@univerjs/core";
import type { Host } from "../../types";
import type { CellView, SheetView } from "../../engine";
import { parseAddress, rectAddress } from "./address";
import { cellData } from "./cell-data";
import { createChartLayer } from "./charts";
import { closeGate, type TypedCell } from "./gate";
import { frameKey, sheetData } from "./sheet-data";
import { fittingText } from "./too-wide";
import { loadUniver } from "./univer";

/** A cell as the grid shows it. */
export interface ShownCell {
  text: string;
  /** what the edit line shows */
  input: string;
  /** "#RRGGBB", or undefined without a fill */
  fill: string | undefined;
  bold: boolean;
  color: string;
}

export interface Grid {
  /** Draws the host's active sheet as it is now. */
  refresh(): void;
  /** Shows the host's selection. */
  showSelection(): void;
  /** What the grid draws in a cell of the shown sheet. @param address as "B3" */
  readCell(address: string): ShownCell;
}

type Language = "zh-CN" | "en";

/**
 * Makes the grid in `container` and draws the active sheet of `host`.
 *
 * @param onError told when the host refuses what the user typed
 */
export async function createGrid(
  container: HTMLElement,
  host: Host,
  language: Language,
  onError: (error: unknown) => void,
): Promise<Grid> {
  const parts = await loadUniver();
  const { UniverCore: core, UniverSheets: sheets, UniverSheetsUi: sheetsUi } = parts;
  const univer = new core.Univer({
    locale: language === "en" ? core.LocaleType.EN_US : core.LocaleType.ZH_CN,
    locales: locales(core),
    logLevel: core.LogLevel.ERROR,
  });
  univer.registerPlugin(parts.UniverEngineRender.UniverRenderEnginePlugin);
  univer.registerPlugin(parts.UniverEngineFormula.UniverFormulaEnginePlugin);
  univer.registerPlugin(parts.UniverUi.UniverUIPlugin, {
    container,
    header: true,
    toolbar: false,
    footer: false,
    contextMenu: false,
    headerMenu: false,
  });
  univer.registerPlugin(parts.UniverDocs.UniverDocsPlugin);
  univer.registerPlugin(parts.UniverDocsUi.UniverDocsUIPlugin);
  univer.registerPlugin(sheets.UniverSheetsPlugin);
  univer.registerPlugin(sheetsUi.UniverSheetsUIPlugin, { formulaBar: false, footer: false });

  const UNIT = "workbook";
  let mounted = { sheet: host.workbook.activeSheet, id: "", key: "", generation: 0 };
  // Univer's services for sheets exist from its first workbook on.
  univer.createUnit(core.UniverInstanceType.UNIVER_SHEET, frame(mounted.sheet));
  const injector = univer.__getInjector();
  const commands = injector.get(core.ICommandService);
  const interceptors = injector.get(sheets.SheetInterceptorService);
  const selections = injector.get(sheets.SheetsSelectionsService);
  const renders = injector.get(parts.UniverEngineRender.IRenderManagerService);

  const shown = (row: number, column: number): { view: CellView; text: string } => {
    const view = mounted.sheet.cell(row, column);
    return { view, text: fittingText(view, shownWidth(mounted.sheet, row, column)) };
  };

  interceptors.intercept(sheets.INTERCEPTOR_POINT.CELL_CONTENT, {
    priority: 100,
    effect: core.InterceptorEffectEnum.Style | core.InterceptorEffectEnum.Value,
    handler: (_cell, location, next) => {
      const { view, text } = shown(location.row, location.col);
      return next(cellData(view, text, core));
    },
  });
  const change = closeGate(commands, core, (cells) => giveToHost(cells));

  function giveToHost(cells: TypedCell[]): void {
    const sheet = mounted.sheet.name;
    // After the editor has closed: the host's change draws the grid again.
    queueMicrotask(() => {
      try {
        for (const cell of cells) host.edit(sheet, rectAddress(cell.row, cell.column), cell.input);
      } catch (error) {
        onError(error);
      }
    });
  }

  function frame(sheet: SheetView): Partial<Core.IWorkbookData> {
    const id = nextId(sheet);
    return { id: UNIT, name: "", sheetOrder: [id], sheets: { [id]: sheetData(sheet, id) } };
  }

  function nextId(sheet: SheetView): string {
    const generation = mounted.generation + 1;
    const id = `${sheet.id}-${generation}`;
    mounted = { sheet, id, key: frameKey(sheet), generation };
    return id;
  }

  /** Puts a fresh sheet of Univer's in the place of the one shown. */
  function mount(sheet: SheetView): void {
    const before = mounted.id;
    const id = nextId(sheet);
    change(() => {
      commands.syncExecuteCommand(sheets.InsertSheetMutation.id, {
        unitId: UNIT,
        index: 1,
        sheet: sheetData(sheet, id),
      });
      commands.syncExecuteCommand(sheets.SetWorksheetActiveOperation.id, { unitId: UNIT, subUnitId: id });
      commands.syncExecuteCommand(sheets.RemoveSheetMutation.id, { unitId: UNIT, subUnitId: before });
    });
  }

  function redraw(): void {
    const render = renders.getRenderById(UNIT);
    const skeletons = render?.with(sheetsUi.SheetSkeletonManagerService);
    skeletons?.makeDirty({ sheetId: mounted.id, commandId: "refresh" }, true);
    skeletons?.reCalculate();
    render?.mainComponent?.makeForceDirty(true);
    render?.scene.makeDirty(true);
    placeCharts();
  }

  const charts = createChartLayer(container);
  let watched: unknown;

  /** Charts lie where their cells are drawn now. */
  function placeCharts(): void {
    const { rowHeader, columnHeader } = sheetData(mounted.sheet, "");
    const view = renders.getRenderById(UNIT)?.scene.getViewport(parts.UniverEngineRender.SHEET_VIEWPORT_KEY.VIEW_MAIN);
    charts.draw(mounted.sheet.charts, {
      left: rowHeader?.width === undefined ? 0 : Number(rowHeader.width),
      top: Number(columnHeader?.height ?? 0),
      scrollLeft: view?.viewportScrollX ?? 0,
      scrollTop: view?.viewportScrollY ?? 0,
    });
    if (view && view !== watched) {
      watched = view;
      view.onScrollAfter$.subscribeEvent(() => placeCharts());
    }
  }
  function showSelection(): void {
    const { sheet, rect } = host.workbook.selection;
    if (sheet !== mounted.sheet.name) return;
    const now = selections.getCurrentLastSelection()?.range;
    if (
      now &&
      now.startRow === rect.top &&
      now.endRow === rect.bottom &&
      now.startColumn === rect.left &&
      now.endColumn === rect.right
    ) {
      return;
    }
    const range = {
      startRow: rect.top,
      endRow: rect.bottom,
      startColumn: rect.left,
      endColumn: rect.right,
    };
    const primary = {
      actualRow: rect.top,
      actualColumn: rect.left,
      ...range,
      isMerged: false,
      isMergedMainCell: false,
    };
    commands.syncExecuteCommand(sheets.SetSelectionsOperation.id, {
      unitId: UNIT,
      subUnitId: mounted.id,
      selections: [{ range, primary, style: null }],
      reveal: true,
    });
  }

  selections.selectionMoveEnd$.subscribe((list) => {
    const range = list.at(-1)?.range;
    if (!range || host.workbook.activeSheet.name !== mounted.sheet.name) return;
    const address = rectAddress(range.startRow, range.startColumn, range.endRow, range.endColumn);
    if (/\d/.test(address) && address !== host.workbook.selection.address) {
      host.select(mounted.sheet.name, address);
    }
  });

  // Until it ends, a press chooses what the grid alone knows: the host's choice shown meanwhile would take its place.
  let isPressed = false;
  container.addEventListener("pointerdown", () => (isPressed = true), { capture: true });
  for (const end of ["pointerup", "pointercancel"]) window.addEventListener(end, () => (isPressed = false), { capture: true });

  // Cells are edited in the line above the grid.
  commands.beforeCommandExecuted(({ id }) => {
    if (id === sheetsUi.SetCellEditVisibleOperation.id) throw new core.CanceledError();
  });

  injector.get(core.IUniverInstanceService).focusUnit(UNIT);
  showSelection();
  return {
    refresh() {
      const sheet = host.workbook.activeSheet;
      if (sheet.id !== mounted.sheet.id || frameKey(sheet) !== mounted.key) mount(sheet);
      else mounted.sheet = sheet;
      redraw();
      if (!isPressed) showSelection();
    },
    showSelection,
    readCell(address) {
      const { row, column } = parseAddress(address);
      const drawn = injector
        .get(core.IUniverInstanceService)
        .getUnit<Core.Workbook>(UNIT)
        ?.getSheetBySheetId(mounted.id)
        ?.getCell(row, column);
      const style = typeof drawn?.s === "object" ? drawn.s : undefined;
      return {
        text: String(drawn?.v ?? ""),
        input: mounted.sheet.cell(row, column).input,
        fill: style?.bg?.rgb ?? undefined,
        bold: style?.bl === 1,
        color: style?.cl?.rgb ?? "#000000",
      };
    },
  };
}

/** The cell's width in pixels; a merged cell has that of all its columns. */
function shownWidth(sheet: SheetView, row: number, column: number): number {
  const merge = sheet.merges.find((rect) => rect.top === row && rect.left === column);
  let width = 0;
  for (let at = column; at <= (merge?.right ?? column); at += 1) width += sheet.columnWidth(at);
  return width;
}

/** Univer's own words, from its locale scripts on the window. */
function locales(core: typeof Core): Record<string, Core.ILanguagePack> {
  const words = window as unknown as Record<string, Core.ILanguagePack>;
  const names = ["Design", "Ui", "DocsUi", "Sheets", "SheetsUi"];
  const merged = (suffix: string) =>
    Object.assign({}, ...names.map((name) => words[`Univer${name}${suffix}`])) as Core.ILanguagePack;
  return { [core.LocaleType.ZH_CN]: merged("ZhCN"), [core.LocaleType.EN_US]: merged("EnUS") };
}
