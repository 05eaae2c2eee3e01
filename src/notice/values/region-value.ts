import { statusName, type IndicatorProgress, type RegionProgress } from "../../progress";
import { points, pointsBetween, rateSince } from "../change";
import type { SourceCells } from "../phrase";
import { FigureValue } from "./figure-value";
import type { ObjectValue, ValueScope } from "./scope";

/** What filters know of a region's value beside what it prints. */
interface RegionOrigin {
  region: string;
  shortName: string;
  cells: SourceCells;
}

const ORIGINS = new WeakMap<object, RegionOrigin>();

/** Where a region's value comes from; null for any other value. */
export function originOf(value: unknown): RegionOrigin | null {
  return typeof value === "object" && value !== null ? (ORIGINS.get(value) ?? null) : null;
}

/** A region that is only named. */
export function namedRegion(region: string, cells: SourceCells, scope: ValueScope): ObjectValue {
  return withOrigin({ 名称: scope.text(region) }, region, cells, scope);
}

/** A value that filters know the region of. */
export function withOrigin(values: ObjectValue, region: string, cells: SourceCells, scope: ValueScope): ObjectValue {
  const shortName = scope.text(scope.writing.names.short(region));
  const value = { ...values, 简称: shortName };
  ORIGINS.set(value, { region, shortName, cells });
  return value;
}

/** A region under an indicator, as templates read it. */
export function regionValue(row: RegionProgress, indicator: IndicatorProgress, scope: ValueScope): ObjectValue {
  const { writing } = scope;
  const decimals = writing.rateDecimals(indicator.id);
  const cells = [...(row.done?.source.cells ?? []), ...(row.target?.source.cells ?? [])];
  const amount = (figure: RegionProgress["done"]) =>
    figure && scope.amount(figure.value, indicator.unit, figure.source.cells, indicator.id);
  const since = (period: typeof writing.previous, kind: "上期" | "同比") =>
    scope.phrase(rateSince(period, kind, indicator.id, row.rate, row.region, decimals, cells));
  const values: ObjectValue = {
    名称: scope.text(row.region),
    目标: amount(row.target),
    完成: amount(row.done),
    完成率: row.rate === null ? null : scope.rate(row.rate, decimals, cells),
    名次: row.rank === null ? null : new FigureValue({ text: String(row.rank), cells }, row.rank, scope.marks),
    状态: statusName(row.status, [indicator]),
    要求差: row.rate === null || scope.demand.rate === 0 ? null : distance(row.rate, scope.demand.rate, decimals, cells, scope),
    平均差: row.rate === null || indicator.rate === null ? null : distance(row.rate, indicator.rate, decimals, cells, scope),
    较上期: since(writing.previous, "上期"),
    同比: since(writing.yearAgo, "同比"),
  };
  return withOrigin(values, row.region, cells, scope);
}

/** 6.02个百分点, compared by its signed number. */
function distance(rate: number, other: number, decimals: number, cells: SourceCells, scope: ValueScope): FigureValue {
  const number = pointsBetween(rate, other, decimals);
  return scope.figure(points(number, cells), number);
}
