import { catalogued, type Meaning } from "../../progress";
import { withoutUnit } from "../cells";
import { indicatorIn, indicatorsIn, roleIn, subjectOf, subjectOfTitle, verbIn, type Role, type RoleReading } from "../vocabulary";
import { isWords } from "./column-roles";
import { byStanding } from "./column-standing";
import type { ReadColumn, TableContext } from "./columns";

/** A column whose role is known, with the indicator that it belongs to. */
interface Claim {
  column: ReadColumn;
  reading: RoleReading;
  indicator: string;
  own: ReadColumn["ownIndicator"];
}

type FigureRole = "target" | "done" | "rate" | "projects";

/**
 * Finds the indicator of each column of a table: what its own headers name; else the column before it under the
 * same band; else what the title speaks of. Words that can mean target or done are settled last, by what their
 * indicator still lacks.
 */
export class IndicatorFinder {
  private readonly claims: Claim[] = [];
  private readonly aboutIds: string[];
  private readonly hasMoney: boolean;

  /** What the title or the sheet's name is about where the catalogue has no word for it. */
  private readonly ownSubject: string;

  constructor({ title, sheet }: Pick<TableContext, "title" | "sheet">, columns: readonly ReadColumn[]) {
    const named = indicatorsIn(title);
    this.aboutIds = named.length > 0 ? named : indicatorsIn(sheet);
    this.ownSubject = subjectOfTitle(title) || subjectOfTitle(sheet);
    this.hasMoney = columns.some(({ path }) => path.some((text) => indicatorIn(text) === "investment"));
  }

  /** Takes a column with the role that its headers give it. */
  offer(column: ReadColumn, reading: RoleReading | null): void {
    if (reading?.role === "other") column.ignorable = true;
    if (reading === null || !isFigureRole(reading.role) || isOtherPeriod(column.header) || isWords(column)) return;
    const named = this.namedBy(column, reading);
    const before = this.claims.at(-1);
    const inherited = named ? null : this.inheritedBy(column, reading, before);
    const claim = named ?? inherited ?? this.fromAbout(column) ?? ownIndicator(this.ownSubject || column.header);
    const part = partLevel(column);
    const beside = before?.indicator === claim.indicator || (before && partLevel(before.column) === part);
    if (part >= 0) column.partOf = before && !beside ? before.indicator : (before?.column.partOf ?? null);
    this.claims.push({ column, reading, ...claim });
  }

  /** Gives every column its meaning; of two columns that claim one figure the later stays without. */
  settle(): void {
    this.joinNeighbours();
    this.settleAmbiguous();
    const taken = new Set<string>();
    for (const claim of byStanding(this.claims)) {
      const { column, reading } = claim;
      let { indicator, own } = claim;
      if (taken.has(`${reading.role} ${indicator}`)) {
        const other = reading.strong ? distinctName(claim) : null;
        if (!other || taken.has(`${reading.role} ${other.id}`)) continue;
        [indicator, own] = [other.id, other];
      }
      taken.add(`${reading.role} ${indicator}`);
      column.meaning = { kind: reading.role, indicator } as Meaning;
      column.ownIndicator = own;
    }
  }

  /** 城镇老旧小区改造任务 and 城镇老旧小区已开工 side by side are one indicator of its own. */
  private joinNeighbours(): void {
    this.claims.forEach((claim, at) => {
      const before = this.claims[at - 1];
      if (!claim.own || !before?.own || claim.indicator === before.indicator || claim.column.partOf !== before.column.partOf) return;
      const [a, b] = [claim.own.name, before.own.name];
      const taken = this.claims.some((other) => other.indicator === before.indicator && other.reading.role === claim.reading.role);
      const alone = this.claims.every((other) => other === claim || other.indicator !== claim.indicator || other.reading.role !== "target");
      if (taken || !alone || claim.reading.role === "target" || !(a.startsWith(b) || b.startsWith(a))) return;
      const { indicator } = claim;
      for (const other of this.claims.slice(at)) if (other.indicator === indicator) [other.indicator, other.own] = [before.indicator, before.own];
    });
  }

  /** 计划完成数 is the target beside 累计开工数, what was done beside 任务数. */
  private settleAmbiguous(): void {
    for (const claim of this.claims) {
      const { reading, indicator } = claim;
      if (!reading.instead) continue;
      const has = (role: Role) =>
        this.claims.some((other) => other !== claim && other.indicator === indicator && other.reading.role === role && !other.reading.instead);
      if (has(reading.role) && !has(reading.instead)) claim.reading = { role: reading.instead, strong: true };
    }
  }

  /** What the column's own headers name: the lowest level that has a subject, 其中 first. */
  private namedBy(column: ReadColumn, reading: RoleReading): Pick<Claim, "indicator" | "own"> | null {
    const { path } = column;
    const start = Math.max(0, partLevel(column));
    const isPart = /^其中/.test(path[start] ?? "");
    for (let level = path.length - 1; level >= start; level--) {
      const text = path[level] ?? "";
      const found = moneyOr(indicatorIn(text), path.slice(level).join(" "));
      if (found && !(isPart && this.isWhole(found))) return { indicator: found, own: null };
      const subject = subjectOf(text);
      if (subject === "") continue;
      const joined = indicatorIn(`${isPart && this.isWhole("starts") ? "棚" : ""}${path.slice(0, level + 1).join("")}`);
      if (joined === "oldTownStarts") return { indicator: joined, own: null };
      if (!found || isPart) return ownIndicator(subject);
    }
    if (isPart) return ownIndicator(partName(path[start] ?? "") || column.header);
    const joined = indicatorIn(path.join(""));
    return joined && reading.role !== "other" ? { indicator: joined, own: null } : null;
  }

  /** 其中：棚改货币化安置 under 棚户区改造 is a part of it, not the same again. */
  private isWhole(indicator: string): boolean {
    return this.claims.some((claim) => claim.indicator === indicator);
  }

  /** A 完成 or 完成率 column without a subject belongs to the column before it, under the same band. */
  private inheritedBy(column: ReadColumn, { role, instead }: RoleReading, before: Claim | undefined): Pick<Claim, "indicator" | "own"> | null {
    if (!before || role === "target") return null;
    const sameBand = column.path.length < 2 ? before.column.path.length < 2 : column.path[0] === before.column.path[0];
    const isFilled = (by: Role) => this.claims.some((claim) => claim.indicator === before.indicator && claim.reading.role === by && !claim.reading.instead);
    return sameBand && (!isFilled(role) || (instead === "rate" && !isFilled(instead))) ? { indicator: before.indicator, own: before.own } : null;
  }

  /** What the title or the sheet's name speaks of, by the column's unit where they speak of several. */
  private fromAbout(column: ReadColumn): Pick<Claim, "indicator" | "own"> | null {
    const text = `${column.header}${column.unit?.text ?? ""}`;
    const money = column.unit?.kind === "万元" || /金额|资金/.test(text);
    const counted = (column.unit && !money) || /套|户|个数/.test(text);
    const subsidy = this.aboutIds.some((id) => id.startsWith("rentSubsidy"));
    const ids = subsidy ? ["rentSubsidyHouseholds", "rentSubsidyAmount", ...this.aboutIds] : this.aboutIds;
    const fitting = ids.filter((id) => {
      const isMoney = catalogued(id)?.unit === "万元";
      return money ? isMoney : !(isMoney && (counted || subsidy || (this.hasMoney && ids.length > 1)));
    });
    const [first] = money && subsidy ? ["rentSubsidyAmount"] : fitting;
    return first === undefined ? null : { indicator: first, own: null };
  }
}

function isFigureRole(role: Role): role is FigureRole {
  return role === "target" || role === "done" || role === "rate" || role === "projects";
}

function moneyOr(found: string | null, below: string): string | null {
  return found === "rentSubsidyHouseholds" && /金额|资金|万元/.test(below) ? "rentSubsidyAmount" : found;
}

function ownIndicator(name: string): Pick<Claim, "indicator" | "own"> {
  const own = { id: `own:${name}`, name };
  return { indicator: own.id, own };
}

const MEASURE = /^(?:(?:小区|户|套|栋|楼栋|人|项目)数|(?:建筑|改造)?面积)$/;

/** Another name for a second pair of one subject: 保障性租赁住房 → 保障性租赁住房建成, 老旧小区改造 → 老旧小区改造户数, 老旧小区改造(户). */
function distinctName({ column, own, indicator }: Claim): { id: string; name: string } | null {
  const subject = own?.name ?? column.path.map(subjectOf).filter((text) => text !== "").join("");
  const verb = verbIn(column.path.at(-1) ?? "");
  const measure = column.path.map(withoutUnit).find((text) => MEASURE.test(text)) ?? "";
  const told = [measure, verb, column.unit ? `(${column.unit.text})` : ""].find((word) => word !== "" && !subject.endsWith(word)) ?? "";
  const name = `${subject}${told}`;
  return subject === "" || `own:${name}` === indicator ? null : { id: `own:${name}`, name };
}

/** The header level at which a column says 其中; -1 where none does. */
function partLevel({ path }: ReadColumn): number {
  return path.map((text) => /^其中/.test(text)).lastIndexOf(true);
}

/** 新建 in 其中：新建, a word too general elsewhere; "" where it only says a role (其中：已开工). */
function partName(text: string): string {
  const name = withoutUnit(text).replace(/^其中:?/, "");
  return roleIn(name)?.strong ? "" : name;
}

/** 本月完成, 上年同期: another period than the figures stand for. */
function isOtherPeriod(header: string): boolean {
  return /本月|当月|本周|上月|上周|上年|去年|同期|同比|环比|较上|明年|下月/.test(header);
}
