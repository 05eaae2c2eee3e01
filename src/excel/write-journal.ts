import { SHEET_KEYS, type SheetKey } from "../attachments";
import { fields, listOf, oneOf, orNull, text, that } from "../progress";

/** A sheet of ours that a write brings in or up to date. */
export interface JournalSheet {
  key: SheetKey;
  /** The temporary sheet that it is built on. */
  draft: string;
  /** The name it is to bear, or bears already. */
  name: string;
  /** A temporary copy of the sheet that stands and is written over; null where it is a new one. */
  backup: string | null;
  /** Charts of a sheet that stands and is written over; not there where there are none. */
  charts?: JournalCharts | undefined;
}

/** Charts of a standing sheet while it is written over: new ones come before the old ones go. */
export interface JournalCharts {
  added: string[];
  /** Those of ours that go once the write is sure to succeed. */
  old: string[];
}

/**
 * What the workbook itself remembers of a write while it runs, as databases do: while "building", only temporary
 * sheets were made; while "moving", sheets of ours may be half written and their backups are whole; once
 * "committed", only clearing up is left.
 */
export interface Journal {
  phase: "building" | "moving" | "committed";
  sheets: JournalSheet[];
}

/** What a temporary sheet's name begins with. */
const TEMPORARY = "~";
/** What temporary sheets are for: to hold what is to stand on a sheet of ours, a copy of what stood on it, or probes. */
const PURPOSES = [...SHEET_KEYS, "was", "自检"] as const;
const TEMPORARY_NAME = new RegExp(`^${TEMPORARY}(?:${PURPOSES.join("|")})\\.[0-9a-z]{6}$`);
const NAME_LENGTH = 31;

/** A name for a temporary sheet that nobody else gives: ~progress.k3x9q2. */
export function temporaryName(purpose: (typeof PURPOSES)[number]): string {
  const random = Math.random().toString(36).slice(2, 8).padEnd(6, "0");
  return `${TEMPORARY}${purpose}.${random}`;
}

/** Whether a sheet bears a name that `temporaryName` gives: no sheet of the staff's does. */
export function isTemporaryName(name: string): boolean {
  return TEMPORARY_NAME.test(name);
}

/** The temporary sheets that a write makes and takes away again. */
export function temporarySheets({ sheets }: Journal): string[] {
  return sheets.flatMap(({ draft, backup }) => (backup === null ? [draft] : [draft, backup]));
}

const sheetName = that(text(NAME_LENGTH), (name) => name !== "");
const temporary = that(sheetName, isTemporaryName);
const charts = fields<JournalCharts>({ added: listOf(text()), old: listOf(text()) });
const journal = fields<Journal>({
  phase: oneOf(["building", "moving", "committed"] as const),
  sheets: listOf(fields<Omit<JournalSheet, "charts">, Required<Pick<JournalSheet, "charts">>>({ key: oneOf(SHEET_KEYS), draft: temporary, name: sheetName, backup: orNull(temporary) }, { charts })),
});

/** A journal as the workbook keeps it; null where another hand has spoiled it. */
export function journalFrom(content: unknown): Journal | null {
  return journal(content) ?? null;
}
