import { kindOf, roundHalfUp, type CellAddress, type RangeAddress } from "../../progress";
import { points } from "../change";
import { inYi } from "../money";
import { nounOf } from "../names";
import type { Quantity } from "../phrase";
import { shownAs } from "../quantity";
import { FigureValue, originOf, type ValueScope } from "../values";

/** From this many on, a list of names is counted: 石楼、离石、交口3县区. */
const FEWEST_COUNTED = 3;
/** What remains of two percentages printed with fewer decimals. */
const FINEST_DECIMALS = 4;

type Filter = (value: unknown, ...args: unknown[]) => unknown;

/** The filters of the notice's templates, by the names that an office writes. */
export function filtersOf(scope: () => ValueScope): Record<string, Filter> {
    return {
    名单: (items) => itemsOf(items).map(nameOf).join("、"),
    名单计数: (items) => counted(items, scope()),
    个数: (items, unit) => {
      const all = itemsOf(items);
      return scope().figure(
        { ...shownAs(all.length, 0, unit === undefined ? unitOf(all, scope()) : printed(unit)), ...sourcesOf(all) },
        all.length,
      );
    },
    分列: (items, name = "完成") => withMeasures(items, name, (own, measure) => `${own}${measure}`),
    附注: (items, name = "完成率") => withMeasures(items, name, (own, measure) => `${own}（${measure}）`),
    顿号: (items) => itemsOf(items).map(printed).join("、"),
    分号: (items) => itemsOf(items).map(printed).filter(Boolean).join("；"),
    前: (items, count) => nullIfEmpty(itemsOf(items).slice(0, numberOf(count))),
    后: (items, count) => nullIfEmpty(itemsOf(items).slice(-numberOf(count))),
    高于: (items, limit, name) => nullIfEmpty(itemsOf(items).filter((item) => compared(item, name) > numberOf(limit))),
    不低于: (items, limit, name) => nullIfEmpty(itemsOf(items).filter((item) => compared(item, name) >= numberOf(limit))),
    低于: (items, limit, name) => nullIfEmpty(itemsOf(items).filter((item) => compared(item, name) < numberOf(limit))),
    由高到低: (items, name) => sorted(items, (a, b) => compared(b, name) - compared(a, name)),
    由低到高: (items, name) => sorted(items, (a, b) => compared(a, name) - compared(b, name)),
    小数: (figure, decimals) => rounded(figure, numberOf(decimals), scope()),
    亿元: (figure) => toldInYi(figure, scope()),
    相差: (figure, other) => apart(figure, other, scope()),
    默认: (value, otherwise) => (printed(value) === "" ? otherwise : value),
  };
}

function itemsOf(value: unknown): unknown[] {
  if (value === null || value === undefined || value === "") return [];
  return Array.isArray(value) ? value : [value];
}

function nullIfEmpty(items: unknown[]): unknown[] | null {
  return items.length === 0 ? null : items;
}

function nameOf(item: unknown): string {
  return originOf(item)?.shortName ?? (typeof item === "string" ? item : "");
}

/** A list of names with a figure each; a region that has no such figure is only named. */
function withMeasures(items: unknown, name: unknown, join: (name: string, measure: string) => string): string {
  return itemsOf(items)
    .map((item) => {
      const measure = printed(propertyOf(item, String(name)));
      return measure === "" ? nameOf(item) : join(nameOf(item), measure);
    })
    .join("、");
}

function propertyOf(item: unknown, name: string): unknown {
  if (typeof item !== "object" || item === null || !Object.hasOwn(item, name)) throw new Error(`unknown property: ${name}`);
  return (item as Record<string, unknown>)[name];
}

function printed(value: unknown): string {
  if (value === null || value === undefined || value === false) return "";
  if (value instanceof FigureValue) return value.valueOf();
  return typeof value === "object" ? nameOf(value) : String(value);
}

/** By what a list is sorted or cut: a region's rate unless another of its figures is named. */
function compared(item: unknown, name: unknown): number {
  return numberOf(propertyOf(item, String(name ?? "完成率")));
}

function numberOf(value: unknown): number {
  if (value instanceof FigureValue) return FigureValue.numberOf(value);
  return typeof value === "number" ? value : Number.NaN;
}

function sorted(items: unknown, order: (a: unknown, b: unknown) => number): unknown[] | null {
  return nullIfEmpty([...itemsOf(items)].sort((a, b) => order(a, b) || 0));
}

function sourcesOf(items: readonly unknown[]): { cells: (CellAddress | RangeAddress)[]; basis?: string } {
  const cells = items.flatMap((item) => originOf(item)?.cells ?? []);
  return cells.length > 0 ? { cells } : { cells, basis: "按所列名单计数" };
}

function counted(items: unknown, scope: ValueScope): string {
  const all = itemsOf(items);
  const names = all.map(nameOf).join("、");
  if (all.length < FEWEST_COUNTED) return names;
  const noun = nounOf(all.map((item) => originOf(item)?.region ?? nameOf(item)));
  return `${names}${scope.figure({ ...shownAs(all.length, 0, ""), ...sourcesOf(all) }, all.length).valueOf()}${noun}`;
}

/** What regions are counted in: 个县市区, or 个单位 where the city's own level is among them. */
function unitOf(items: readonly unknown[], { writing }: ValueScope): string {
  const regions = items.map((item) => originOf(item)?.region ?? "");
  return regions.every((region) => kindOf(region) !== null) ? `个${writing.place.informal}` : "个单位";
}

function figureIn(value: unknown): { value: FigureValue; shown: { number: number; unit: string } } | null {
  if (!(value instanceof FigureValue)) return null;
  const { shown } = FigureValue.quantityOf(value);
  return shown ? { value, shown } : null;
}

function rounded(value: unknown, decimals: number, scope: ValueScope): unknown {
  const figure = figureIn(value);
  if (!figure) return value;
  const number = FigureValue.numberOf(figure.value);
  return scope.figure(written(figure.value, shownAs(number, decimals, figure.shown.unit)), number);
}

/** 1.7312亿元 for 17312万元; anything else as it stands. */
function toldInYi(value: unknown, scope: ValueScope): unknown {
  const figure = figureIn(value);
  if (figure?.shown.unit !== "万元") return value;
  const number = FigureValue.numberOf(figure.value);
  return scope.figure(written(figure.value, inYi(number)), number);
}

/** A figure as the template wants it written: its unit is no longer chosen with its paragraph. */
function written(value: FigureValue, text: Pick<Quantity, "text" | "shown">): Quantity {
  const { cells, basis } = FigureValue.quantityOf(value);
  return { ...text, cells, ...(basis === undefined ? {} : { basis }) };
}

/** 6.02个百分点 between two rates, without its sign; from the rates as they are printed. */
function apart(value: unknown, other: unknown, scope: ValueScope): unknown {
  const [one, two] = [figureIn(value), figureIn(other)];
  if (!one || !two) return null;
  const distance = roundHalfUp(one.shown.number - two.shown.number, FINEST_DECIMALS);
  const sources = [one.value, two.value].map((figure) => FigureValue.quantityOf(figure));
  const basis = sources.flatMap((source) => source.basis ?? []).join("；");
  return scope.figure(points(distance, sources.flatMap(({ cells }) => cells), basis === "" ? undefined : basis), distance);
}
