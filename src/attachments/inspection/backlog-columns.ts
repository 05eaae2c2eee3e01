import { meaningKey, type BacklogProgress, type Report } from "../../progress";
import { figureCell } from "../figure-cell";
import { rowName, sumOf, type FormColumn } from "../form";
import type { LiveLinks } from "../live-links";
import { widestFigure } from "../number-format";
import { COUNT_FORMAT } from "../styles";
import { UNREAD_SIGN } from "../unread";

const BAND = "公租房历史欠账（套）";
const NAMES = { task: "下达任务", reported: "上报完成", repurposed: "盘活", stock: "实有", verified: "核实欠账" } as const;
type Measure = keyof typeof NAMES;
const PARTS = ["reported", "repurposed", "stock"] as const;

/** 公租房历史欠账: the measures that the workbook has, what they leave, and what was verified. */
export function backlogColumns(report: Report, live: LiveLinks): FormColumn[] {
  const { backlog } = report;
  if (!backlog) return [];
  const measured = (measure: Measure) => (backlog[measure] === null ? [] : [measureColumn(backlog, measure, live)]);
  return [
    ...(["task", ...PARTS] as const).flatMap(measured),
    ...(backlog.computed === null ? [] : [computedColumn(backlog, live)]),
    ...measured("verified"),
  ];
}

function measureColumn(backlog: BacklogProgress, measure: Measure, live: LiveLinks): FormColumn {
  const id = meaningKey({ kind: "backlog", measure });
  const figures = backlog.regions.map((row) => row[measure]);
  return {
    id,
    path: [BAND, NAMES[measure]],
    numberFormat: COUNT_FORMAT,
    widest: widestFigure(figures, backlog[measure], COUNT_FORMAT),
    cell: (place) => {
      const { region } = place;
      const own = backlog.regions.find((row) => row.region === region)?.[measure] ?? null;
      return (own ? null : live.unread(region, { kind: "backlog", measure })) ?? figureCell(own, live.blank(region, figures), false, rowName(place));
    },
    total: sumOf(id),
  };
}

/** 历史欠账 = 上报 − 盘活 − 实有, by the cells beside it; or what the table states where it has no parts. */
function computedColumn(backlog: BacklogProgress, live: LiveLinks): FormColumn {
  const id = meaningKey({ kind: "backlog", measure: "computed" });
  const parts = PARTS.filter((measure) => backlog[measure] !== null).map((measure) => meaningKey({ kind: "backlog", measure }));
  const stated = backlog.regions.map((row) => row.stated);
  return {
    id,
    path: [BAND, "历史欠账"],
    needs: parts,
    numberFormat: COUNT_FORMAT,
    widest: widestFigure(stated, backlog.computed, COUNT_FORMAT),
    cell: (place) => {
      const { region, at } = place;
      const own = backlog.regions.find((row) => row.region === region);
      const isWhole = !live.unread(region, { kind: "backlog", measure: "repurposed" });
      if (own?.reported && own.stock && isWhole) {
        return { cell: { kind: "formula", formula: `=${parts.map((part) => `N(${at(part)})`).join("-")}` } };
      }
      const lacks = PARTS.some((measure) => backlog[measure] !== null && live.unread(region, { kind: "backlog", measure }));
      if (lacks) return { cell: { kind: "text", text: UNREAD_SIGN } };
      const unread = own?.stated ? null : live.unread(region, { kind: "backlog", measure: "computed" });
      return unread ?? figureCell(own?.stated ?? null, live.blank(region, stated), false, rowName(place));
    },
    total: sumOf(id),
  };
}
