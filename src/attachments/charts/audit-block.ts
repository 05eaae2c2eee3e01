import type { AuditYear } from "../../progress";
import { figureCell } from "../figure-cell";
import { textLiteral } from "../formulas";
import type { LiveLinks } from "../live-links";
import { COUNT_FORMAT } from "../styles";
import type { DataArea } from "./data-area";
import { AUDIT_LOOK, LABEL_SIZE } from "./looks";
import type { DrawnFrom } from "./rates-block";

const AT = { name: 0, open: 1, order: 2, place: 3, label: 4, sorted: 5, title: 6 };
const HEADERS = ["类别", "未整改（个）", "次序", "位次", "图上名称", "未整改（个）", "标题"];
/** Bars under each other whose names do not touch. */
const MOST_BARS = 16;
const LONGEST_NAME = 24;

/** Whether a year's findings are told by category. */
export function hasCategories({ categories, open }: AuditYear): boolean {
  return open > 0 && categories.length > 0;
}

/** Puts the cells of a year's open findings by category, most first, and plans the chart of bars. */
export function putAudit(area: DataArea, year: AuditYear, live: LiveLinks): DrawnFrom {
  const { categories } = year;
  const regions = year.regions.map(({ region }) => region);
  const parts = area.block(`图表数据：${year.year}年审计未整改问题（个），分地区`, ["地区", ...categories.map(({ name }) => name)], regions.length);
  regions.forEach((region, index) => {
    parts.text(index, 0, region);
    categories.forEach(({ name, regions: rows }, column) => {
      const figures = rows.map(({ open }) => open);
      const own = rows.find((row) => row.region === region)?.open ?? null;
      const unread = own ? null : live.unread(region, { kind: "audit", year: year.year, category: name });
      parts.put(index, column + 1, unread ?? figureCell(own, live.blank(region, figures), true, { name: region, cell: parts.at(index, 0) }));
    });
  });
  const block = area.block(`图表数据：${year.year}年审计未整改问题（个）`, HEADERS, categories.length);
  for (const column of [AT.open, AT.order, AT.place, AT.sorted]) block.format(column, COUNT_FORMAT);
  categories.forEach(({ name }, index) => {
    const [own, all, above] = [block.at(index, AT.open), block.span(AT.open), block.span(AT.open, 0, index + 1)];
    const found = `MATCH(${block.at(index, AT.place)},${block.span(AT.order)},0)`;
    block.text(index, AT.name, shortName(name));
    block.formula(index, AT.open, `=SUM(${parts.span(index + 1)})`);
    block.formula(index, AT.order, `=SUMPRODUCT(--(${all}>${own}))+SUMPRODUCT(--(${above}=${own}))`);
    block.number(index, AT.place, index + 1);
    block.formula(index, AT.label, `=INDEX(${block.span(AT.name)},${found})`);
    block.formula(index, AT.sorted, `=INDEX(${all},${found})`);
  });
  const start = `${year.year}年审计发现问题尚有`;
  block.formula(
    0,
    AT.title,
    `=${textLiteral(start)}&SUM(${block.span(AT.open)})&"个未整改，最多的是“"&${block.at(0, AT.label)}&"”"&${block.at(0, AT.sorted)}&"个"`,
  );
  const ordered = [...categories].sort((a, b) => b.open - a.open || 0);
  const shown = Math.min(MOST_BARS, ordered.length);
  return {
    chart: {
      id: `audit.${year.year}`,
      kind: "bars",
      title: `${start}${year.open}个未整改，最多的是“${shortName(ordered[0]?.name ?? "")}”${ordered[0]?.open ?? 0}个`,
      categories: ordered.slice(0, shown).map(({ name }) => shortName(name)),
      upright: false,
      labelSize: LABEL_SIZE,
      axisFormat: COUNT_FORMAT,
      series: [{ name: "未整改问题（个）", look: AUDIT_LOOK, values: ordered.slice(0, shown).map(({ open }) => open), labels: COUNT_FORMAT }],
    },
    title: block.place(0, AT.title),
    categories: block.cells(AT.label, 0, shown),
    values: [block.cells(AT.sorted, 0, shown)],
  };
}

function shortName(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
}
