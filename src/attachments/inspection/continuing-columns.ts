import { meaningKey, type Report } from "../../progress";
import { figureCell } from "../figure-cell";
import { rowName, sumOf, type FormColumn } from "../form";
import type { LiveLinks } from "../live-links";
import { widestFigure } from "../number-format";
import { COUNT_FORMAT } from "../styles";
import { wordsColumn } from "./words-column";

const BAND = "续建攻坚";

/** 续建攻坚: units begun before the end of 2017 and not yet built, and when they will be. */
export function continuingColumns(report: Report, live: LiveLinks): FormColumn[] {
  const { continuing } = report;
  if (!continuing) return [];
  const of = (region: string) => continuing.regions.find((row) => row.region === region);
  const figures = continuing.regions.map(({ units }) => units);
  const id = meaningKey({ kind: "continuing" });
  const units: FormColumn = {
    id,
    path: [BAND, "2017年底前开工未建成（套）"],
    numberFormat: COUNT_FORMAT,
    widest: widestFigure(figures, continuing.units, COUNT_FORMAT),
    cell: (place) => {
      const { region } = place;
      const own = of(region)?.units ?? null;
      return (own ? null : live.unread(region, { kind: "continuing" })) ?? figureCell(own, live.blank(region, figures), false, rowName(place));
    },
    total: sumOf(id),
  };
  const outlook = wordsColumn(meaningKey({ kind: "outlook" }), [BAND, "攻坚前景"], (region) => {
    const row = of(region);
    return row && row.outlook !== null ? { text: row.outlook, link: row.outlookLink } : null;
  });
  return continuing.regions.some((row) => row.outlook !== null) ? [units, outlook] : [units];
}
