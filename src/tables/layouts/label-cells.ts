import { bareRegion, isAsideLabel, isCityLevel, isOffice, isRegionHeader, isSubtotalLabel, isTotalLabel, looksLikeLower, looksLikeRegion } from "../../regions";
import { endingOf, hasAny, OTHER_NAMES, PROJECT_ENDS, PROJECT_KINDS } from "../../lexicon";
import { unitOf, unitsIn } from "../../cells";
import { isCatalogued, OUTRIGHT, roleSaid } from "../../interpret";
import { hasFigure, isBlank, type View } from "../view";
import type { KnowsRegion, LabelRow } from "./label-run";

const MAX_NAME = 12;
/** Signs of a sentence, and digits: no name has them. */
const NO_NAME = /[\d:。;,%]/;
/** Words that may be a name, digits among them; no sentence and no note. */
const STRANGER = /^(?=.*[\u4e00-\u9fff]{2})[^:。;,]{2,16}$/;

/** A label and what it labels. */
export type Label = Omit<LabelRow, "row">;

/** What the cells of a sheet say where a column of regions may stand. */
export class LabelCells {
  /** Whether a row has a figure, by row. */
  private readonly figured: boolean[] = [];
  /** What a label is by its words alone; a long table names few regions many times. */
  private readonly kinds = new Map<string, LabelRow["kind"] | null>();

  /**
   * @param turned the view is on its side: what stands before a region is the table's corner, not a header
   * @param ofBodies what is looked for is bodies (监管所, 税务分局), which name a row where it has figures and a column where it has none
   */
  constructor(
    private readonly view: View,
    private readonly knows: KnowsRegion,
    private readonly turned: boolean,
    readonly ofBodies: boolean,
  ) {}

  /** The label that a cell gives its row; null where it gives none. */
  labelAt(row: number, column: number): Label | null {
    const { view } = this;
    const text = this.isTopLeft(row, column) ? view.text(row, column) : "";
    if (text === "") return this.totalBefore(row, column);
    const value = view.value(row, column);
    const label = String(value);
    const kind = this.kindOf(text);
    if (kind !== null && kind !== "region") return { label, kind };
    const isName = typeof value === "string" && kind === "region" && !(this.ofBodies ? !this.hasFigures(row) : this.isHeading(row, column));
    // 合计 | 14个: what the row says of itself counts, whatever stands in the regions' column.
    return isName || this.isPlausibleName(row, column) ? { label, kind: "region" } : this.totalBefore(row, column);
  }

  /** What a label is by its words alone. */
  kindOf(text: string): LabelRow["kind"] | null {
    const known = this.kinds.get(text);
    if (known !== undefined) return known;
    const kind = isTotalLabel(text) ? "total" : isSubtotalLabel(text) ? "subtotal" : isAsideLabel(text) ? "aside" : this.isRegion(text) ? "region" : null;
    this.kinds.set(text, kind);
    return kind;
  }

  /** 合计 in the 序号 column, or merged from there over the region's. */
  private totalBefore(row: number, column: number): Label | null {
    for (let before = column - 1; before >= 0; before--) {
      const text = this.view.text(row, before);
      if (text === "") continue;
      const found = isTotalLabel(text) ? "total" : isSubtotalLabel(text) ? "subtotal" : null;
      return found && this.hasFigures(row) ? { label: String(this.view.value(row, before)), kind: found } : null;
    }
    return null;
  }

  /** A total before the first region, told by its own row's words, in the columns after the region's too. */
  leadingTotal(row: number, column: number): Label | null {
    const before = this.totalBefore(row, column);
    if (before || !this.hasFigures(row)) return before;
    const text = this.view.text(row, column + 1);
    return isTotalLabel(text) ? { label: text, kind: "total" } : isSubtotalLabel(text) ? { label: text, kind: "subtotal" } : null;
  }

  /** 城中片区改造项目 under 离石区 in one column: a project of that region. */
  isDetail(row: number, column: number, projects: boolean): boolean {
    if (this.turned || !this.isTopLeft(row, column)) return false;
    const text = this.view.text(row, column);
    return text !== "" && (projects || endingOf(text, PROJECT_ENDS) !== "") && typeof this.view.value(row, column) === "string" && this.kindOf(text) === null && this.hasFigures(row);
  }

  /** 县（市、区）及项目名称 above the column; a title over the whole table says nothing of it. */
  speaksOfProjects(row: number, column: number): boolean {
    return [1, 2, 3].some((above) => (this.view.merge(row - above, column)?.columnCount ?? 1) === 1 && hasAny(this.view.spreadText(row - above, column), PROJECT_KINDS));
  }

  /** 一、市辖区 over its regions: a region's name by its form, in a row with nothing else. */
  private isHeading(row: number, column: number): boolean {
    const { view } = this;
    const numbered = /^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\))/.test(view.text(row, column));
    const wide = (view.merge(row, column)?.columnCount ?? 1) > 1;
    return (numbered || wide) && this.isAlone(row, column);
  }

  /** Whether a cell is the only one of its row that shows something. */
  isAlone(row: number, column: number): boolean {
    for (let other = 0; other < this.view.columnCount; other++) {
      if (other !== column && !isBlank(this.view, row, other)) return false;
    }
    return true;
  }

  /** 二、山区县 alone in its row. */
  isGroupName(row: number, column: number): boolean {
    const first = firstText(this.view, row);
    return first >= 0 && first <= column && this.view.text(row, first).length <= MAX_NAME && this.isAlone(row, first);
  }

  /** Whether a text names a region, by its form or by the national list. */
  isRegion(text: string): boolean {
    return looksLikeRegion(text) || looksLikeLower(text) || this.knows(bareRegion(text)) || (this.ofBodies && isOffice(text));
  }

  /** A name never heard of: a short text without digits, in a row that has figures. */
  isPlausibleName(row: number, column: number): boolean {
    const value = this.view.value(row, column);
    if (typeof value !== "string") return false;
    const name = bareRegion(value);
    if (isRegionHeader(value) && !isCityLevel(name)) return false;
    const short = name.length >= 2 && name.length <= MAX_NAME;
    return short && !NO_NAME.test(name) && !speaksOfFigures(name) && this.hasFigures(row);
  }

  /**
   * A name like no other (北部新区2期) above a label of its own kind, whose figures are not to be lost; what speaks of
   * figures there (序时进度要求) is of no region, and those below it are not to be lost.
   */
  strangerAt(row: number, column: number): Label | null {
    const value = this.view.value(row, column);
    if (this.turned || typeof value !== "string" || !STRANGER.test(this.view.text(row, column))) return null;
    const stands = this.hasFigures(row) && this.hasFigures(row + 1) && this.labelAt(row + 1, column) !== null;
    return stands ? { label: value, kind: speaksOfFigures(bareRegion(value)) ? "aside" : "region" } : null;
  }

  /** What the header above a cell says of its column; null where it says nothing. */
  headerAbove(row: number, column: number): "region" | "other" | null {
    for (let above = row - 1; above >= Math.max(0, row - 4); above--) {
      const text = this.view.spreadText(above, column);
      if (isRegionHeader(text)) return "region";
      // （一）基础设施类 over all columns heads a group of rows.
      if (!this.turned && (this.view.merge(above, column)?.columnCount ?? 1) > 1 && this.isAlone(above, firstText(this.view, above))) continue;
      if (text === "" || isTotalLabel(text)) continue;
      return !this.turned && hasAny(text, OTHER_NAMES) ? "other" : null;
    }
    return null;
  }

  /** Whether a row without figures says roles (目标任务, 完成率): it heads the table, whatever its first word looks like. */
  isAmongHeaders(row: number): boolean {
    for (let column = 0; column < this.view.columnCount; column++) if ((roleSaid(this.view.text(row, column))?.weight ?? 0) >= OUTRIGHT) return true;
    return false;
  }

  /** Whether a row has a figure. */
  hasFigures(row: number): boolean {
    return (this.figured[row] ??= hasFigure(this.view, row));
  }

  /** Whether a cell stands alone or at the corner of its merged area. */
  isTopLeft(row: number, column: number): boolean {
    const area = this.view.merge(row, column);
    return !area || (area.row === row && area.column === column);
  }
}

/** The first column of a row that has a text; -1 in a blank row. */
export function firstText(view: View, row: number): number {
  for (let column = 0; column < view.columnCount; column++) if (!isBlank(view, row, column)) return column;
  return -1;
}

/** 目标任务, 户数, 棚户区改造, 套: words of a table, no names. */
function speaksOfFigures(name: string): boolean {
  const role = roleSaid(name);
  return (role !== null && role.weight >= OUTRIGHT) || isCatalogued(name) || unitOf(name) !== null || unitsIn(name).length > 0;
}
