import { runSteps, type NearestTable } from "../progress";
import { findFrames, type KnowsRegion } from "./layouts";
import type { SheetGrid } from "./snapshot";
import { hasFigure, topOf, viewOf } from "./view";

/** Rows of a sheet that are looked at for what came nearest to a table. */
const LOOKED_AT = 300;

/** Of sheets without a table the one that came nearest, and what was missing; null where no sheet holds a figure. */
export function nearestTable(sheets: readonly SheetGrid[], knows: KnowsRegion): NearestTable | null {
  const near = sheets.map((sheet) => {
    const view = topOf(viewOf(sheet), LOOKED_AT);
    const runs = runSteps(findFrames(view, "wide", knows, null)).map(({ run }) => run.rows.filter(({ kind }) => kind === "region").length);
    const figures = Array.from({ length: view.rowCount }, (_, row) => row).filter((row) => hasFigure(view, row)).length;
    return { sheet: sheet.name, regions: Math.max(0, ...runs), figures };
  });
  const [best] = near.filter(({ regions, figures }) => regions + figures > 0).sort((a, b) => b.regions - a.regions || b.figures - a.figures);
  return best ? { sheet: best.sheet, missing: best.regions === 0 ? "regions" : best.figures === 0 ? "figures" : "meanings" } : null;
}
