/** The series of a chart and the groups that they stand in: columns, bars, lines. */
import { excelError } from "../errors";
import { child, childElements, element, localName, type XmlNode } from "../xml";
import { drop, ensure, place, setValue, valueOf } from "./order";

/** How a type of chart is written. */
interface GroupKind {
  element: "barChart" | "lineChart";
  barDir?: "col" | "bar";
  grouping: string;
  markers?: boolean;
}

/** The types that are made here; others of a file are kept. */
const KINDS: Readonly<Record<string, GroupKind>> = {
  ColumnClustered: { element: "barChart", barDir: "col", grouping: "clustered" },
  ColumnStacked: { element: "barChart", barDir: "col", grouping: "stacked" },
  BarClustered: { element: "barChart", barDir: "bar", grouping: "clustered" },
  BarStacked: { element: "barChart", barDir: "bar", grouping: "stacked" },
  Line: { element: "lineChart", grouping: "standard", markers: false },
  LineMarkers: { element: "lineChart", grouping: "standard", markers: true },
};

/** What Office.js calls the other groups of a file. */
const OTHERS: Readonly<Record<string, string>> = { pieChart: "Pie", doughnutChart: "Doughnut", areaChart: "Area", scatterChart: "XYScatter", radarChart: "Radar", bubbleChart: "Bubble" };

/** A series with the group that it stands in. */
export interface SeriesPlace {
  group: XmlNode;
  ser: XmlNode;
}

export function plotArea(root: XmlNode): XmlNode {
  return ensure(ensure(root, "c:chart"), "c:plotArea");
}

function groupsOf(root: XmlNode): XmlNode[] {
  return childElements(plotArea(root)).filter(({ name }) => localName(name).endsWith("Chart"));
}

/** All series, group by group, each group in its order, as Excel counts them. */
export function seriesOf(root: XmlNode): SeriesPlace[] {
  return groupsOf(root).flatMap((group) =>
    childElements(group, "ser")
      .map((ser) => ({ group, ser }))
      .sort((a, b) => Number(valueOf(a.ser, "order") ?? 0) - Number(valueOf(b.ser, "order") ?? 0)),
  );
}

/** The Office.js name of a group's, or a series', type. */
export function typeOf(group: XmlNode, ser?: XmlNode): string {
  const name = localName(group.name);
  if (name === "lineChart") {
    const symbol = valueOf(ser && child(ser, "marker"), "symbol");
    return symbol === "none" || (!ser && valueOf(group, "marker") !== "1") ? "Line" : "LineMarkers";
  }
  if (name === "barChart") {
    const grouping = valueOf(group, "grouping") ?? "clustered";
    return Object.entries(KINDS).find(([, kind]) => kind.element === name && kind.barDir === (valueOf(group, "barDir") ?? "col") && kind.grouping === grouping)?.[0] ?? "Invalid";
  }
  return OTHERS[name] ?? "Invalid";
}

/** @throws ExcelError InvalidArgument for a type that is not made here */
function kindOf(type: unknown): GroupKind {
  const kind = typeof type === "string" ? KINDS[type] : undefined;
  if (!kind) throw excelError("InvalidArgument", `charts of the type ${String(type)} are not made by this host`);
  return kind;
}

/** A group for a type, on the chart's axes; the one that is there, else a new one behind the others. */
function groupFor(root: XmlNode, type: string): XmlNode {
  const kind = kindOf(type);
  const area = plotArea(root);
  const groups = groupsOf(root);
  const found = groups.find((group) => localName(group.name) === kind.element && (kind.barDir === undefined || valueOf(group, "barDir") === kind.barDir) && valueOf(group, "grouping") === kind.grouping);
  if (found) return found;
  if (groups.some((group) => (valueOf(group, "barDir") === "bar") !== (kind.barDir === "bar") && seriesIn(group) > 0)) {
    throw excelError("InvalidArgument", "bars and other types do not stand in one chart");
  }
  const group = element(`c:${kind.element}`, {}, []);
  if (kind.barDir) setValue(group, "barDir", kind.barDir);
  setValue(group, "grouping", kind.grouping);
  setValue(group, "varyColors", 0);
  if (kind.element === "lineChart") setValue(group, "marker", 1);
  else setValue(group, "gapWidth", 219);
  for (const axis of childElements(area).filter(({ name }) => localName(name).endsWith("Ax"))) place(group, element("c:axId", { val: valueOf(axis, "axId") }));
  const last = groups.at(-1);
  if (last) area.children.splice(area.children.indexOf(last) + 1, 0, group);
  else place(area, group);
  return group;
}

const seriesIn = (group: XmlNode) => childElements(group, "ser").length;

/** Makes a series of a type, behind all others. */
export function addSeries(root: XmlNode, type: string): SeriesPlace {
  const group = groupFor(root, type);
  const numbers = seriesOf(root).flatMap(({ ser }) => [Number(valueOf(ser, "idx")), Number(valueOf(ser, "order"))]);
  const next = Math.max(-1, ...numbers) + 1;
  const ser = element("c:ser");
  setValue(ser, "idx", next);
  setValue(ser, "order", next);
  dress(ser, kindOf(type));
  place(group, ser);
  return { group, ser };
}

/** A series becomes one of another type: it moves into that type's group. */
export function changeType(root: XmlNode, { group, ser }: SeriesPlace, type: unknown): void {
  const kind = kindOf(type);
  const target = groupFor(root, type as string);
  if (target !== group) {
    group.children.splice(group.children.indexOf(ser), 1);
    place(target, ser);
    const area = plotArea(root);
    if (seriesIn(group) === 0) area.children.splice(area.children.indexOf(group), 1);
    // Labels stand where the old type had them.
    drop(ser, "dLbls");
  }
  dress(ser, kind);
}

function dress(ser: XmlNode, kind: GroupKind): void {
  if (kind.element === "barChart") {
    drop(ser, "marker", "smooth");
    setValue(ser, "invertIfNegative", 0);
    return;
  }
  drop(ser, "invertIfNegative");
  const marker = ensure(ser, "c:marker");
  if (kind.markers) drop(marker, "symbol");
  else setValue(marker, "symbol", "none");
  setValue(ser, "smooth", 0);
}

/** Takes a series away; a chart without any keeps its group. */
export function removeSeries({ group, ser }: SeriesPlace): void {
  group.children.splice(group.children.indexOf(ser), 1);
}
