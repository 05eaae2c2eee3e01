import type { BacklogMeasure, Meaning } from "./records";

/** Which figure of a workbook: what it is a figure of, and whose. */
export interface FigureId {
  meaning: Meaning;
  /** Canonical region name; null: of all regions together. */
  region: string | null;
}

/** The figures of an indicator that have an identity of their own. */
const MEASURES = ["target", "done", "rate", "projects"] as const;
const BACKLOG: readonly BacklogMeasure[] = ["task", "reported", "repurposed", "stock", "computed", "verified"];
/** What has no indicator, by its text. */
const ALONE = { "continuing.units": "continuing", "continuing.outlook": "outlook", note: "note" } as const;

/** Stands before the region; one within a name is doubled. */
const AT = "@";

/**
 * What a figure is of, as a text: two meanings share it exactly when they mean the same figure. Columns of our sheets
 * bear it, and so do templates and records in workbooks: it does not change.
 * @example meaningKey({ kind: "audit", year: 2017, category: "未办理产权登记" }) // "audit.2017.未办理产权登记"
 */
export function meaningKey(meaning: Meaning): string {
  switch (meaning.kind) {
    case "target":
    case "done":
    case "rate":
    case "projects":
      return `${meaning.indicator}.${meaning.kind}`;
    case "backlog":
      return `backlog.${meaning.measure}`;
    case "audit":
      return meaning.category === null ? `audit.${meaning.year}` : `audit.${meaning.year}.${meaning.category}`;
    case "continuing":
      return "continuing.units";
    case "outlook":
      return "continuing.outlook";
    case "note":
      return "note";
  }
}

/** What a text of `meaningKey` is of; null where it is none. */
export function meaningFrom(key: string): Meaning | null {
  const alone = Object.entries(ALONE).find(([text]) => text === key);
  if (alone) return { kind: alone[1] };
  const measure = BACKLOG.find((one) => key === `backlog.${one}`);
  if (measure !== undefined) return { kind: "backlog", measure };
  const [, year, , category = null] = /^audit\.(\d{4})(\.(.*))?$/s.exec(key) ?? [];
  if (year !== undefined) return { kind: "audit", year: Number(year), category };
  const kind = MEASURES.find((one) => key.endsWith(`.${one}`));
  const indicator = kind && key.slice(0, -kind.length - 1);
  return kind && indicator ? { kind, indicator } : null;
}

/**
 * A figure's identity as a text.
 * @example figureKey({ meaning: { kind: "done", indicator: "starts" }, region: "离石区" }) // "starts.done@离石区"
 */
export function figureKey({ meaning, region }: FigureId): string {
  const text = meaningKey(meaning).replaceAll(AT, AT + AT);
  return region === null ? text : `${text}${AT}${region.replaceAll(AT, AT + AT)}`;
}

/** The figure that a text of `figureKey` names; null where it names none. */
export function figureIdFrom(key: string): FigureId | null {
  // Doubled ones are of a name: the one that stands alone is the last of an odd number.
  const [run] = [...key.matchAll(/@+/g)].filter(([signs]) => signs.length % 2 === 1);
  const at = run ? run.index + run[0].length - 1 : key.length;
  const [text, region] = [key.slice(0, at), key.slice(at + 1)].map((part) => part.replaceAll(AT + AT, AT)) as [string, string];
  const meaning = meaningFrom(text);
  if (!meaning || (run && region === "")) return null;
  return { meaning, region: run ? region : null };
}
