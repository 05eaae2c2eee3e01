import type { Report } from "../../progress";
import type { Statement } from "./statement";
import type { Understanding } from "./statements";
import { ALL, type Scope, type ClaimSubject } from "./subject";

/** What the clerk says of a figure that was not understood, or not as it is meant. */
export interface Filling {
  /** Offsets of the figure in the draft. */
  start: number;
  end: number;
  /** Whose it is: a region's name, "all" for the workbook's whole area, "outside" for any other place (全省). */
  place?: string;
  /** own: of the workbook's day; other: of another time (去年的). */
  period?: "own" | "other";
  /** Id of the workbook's indicator; "none" for one that it does not have. */
  subject?: string;
}

/** Puts what the clerk has set in place of what was read. */
export function filled(understanding: Understanding, fillings: readonly Filling[], report: Report): Understanding {
  if (fillings.length === 0) return understanding;
  const byPlace = new Map(fillings.map((filling) => [`${filling.start}:${filling.end}`, filling]));
  const statements = understanding.statements.map((one) => {
    const filling = byPlace.get(`${one.token.start}:${one.token.end}`);
    return filling ? withFilling(one, filling, report) : one;
  });
  return { ...understanding, statements };
}

const BY_CLERK = "您的指定";

function withFilling(statement: Statement, { place, period, subject }: Filling, report: Report): Statement {
  const { place: read, subject: named } = statement;
  return {
    ...statement,
    place:
      place === undefined
        ? read
        : { ...read, scopes: scopesFor(place), words: place === "outside" ? "别处" : place === "all" ? "全部" : place, from: BY_CLERK },
    period: period === undefined ? statement.period : { kind: period, words: period === "own" ? "" : "另一时间" },
    subject: subject === undefined ? named : { ...named, ...subjectFor(subject, report), explicit: true, from: BY_CLERK },
  };
}

function scopesFor(place: string): Scope[] {
  if (place === "outside") return [];
  return [place === "all" ? ALL : { kind: "regions", regions: [place], share: "each" }];
}

function subjectFor(id: string, report: Report): { kind: "known" | "none"; subjects: ClaimSubject[]; words: string } {
  const indicator = report.indicators.find((one) => one.id === id);
  return indicator
    ? { kind: "known", subjects: [{ kind: "indicator", id }], words: indicator.name }
    : { kind: "none", subjects: [], words: "另一项指标" };
}
