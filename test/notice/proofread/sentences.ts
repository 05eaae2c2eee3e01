import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { buildReport, type Fact, type Report } from "../../../src/progress";

const FOLDER = path.join(__dirname, "sentences");
/** {{17342万元}}: what is wrong in a sentence. */
const ERROR = /\{\{(.*?)\}\}/;

/** A sentence written by hand about one of the workbooks. */
export interface Sentence {
  workbook: string;
  text: string;
  /** Where its one error stands; null for a true one. */
  wrong: { start: number; end: number } | null;
}

/** A workbook in short: each indicator has two columns, its task and what was done. */
interface Sheet {
  place: string | null;
  asOf: string;
  indicators: [name: string, unit: string][];
  rows: Record<string, (number | null)[]>;
}

const SHEET = "进度";
const RANK = /(?:镇|县|市|区|旗)$/;

/** The workbooks that the sentences are about: other departments, a province, townships, tasks alone. */
export function sentenceReports(): Map<string, Report> {
  const sheets = JSON.parse(readFileSync(path.join(FOLDER, "workbooks.json"), "utf8")) as Record<string, Sheet>;
  return new Map(Object.entries(sheets).map(([name, sheet]) => [name, reportOf(sheet)]));
}

function reportOf({ place, asOf, indicators, rows }: Sheet): Report {
  const cell = (row: number, column: number) => ({ sheet: SHEET, row, column });
  const names = Object.keys(rows);
  const definitions = indicators.map(([name, unit]) => ({ id: `own:${name}`, name, shortName: name, unit, english: name }));
  const facts = Object.entries(rows).flatMap(([region, values], row) =>
    values.flatMap((value, column): Fact[] => {
      const indicator = definitions[Math.floor(column / 2)];
      if (value === null || !indicator) return [];
      const meaning = { kind: column % 2 === 0 ? ("target" as const) : ("done" as const), indicator: indicator.id };
      return [{ region, meaning, value, decimals: 0, source: { cells: [cell(row + 2, column + 1)], link: { kind: "typed", label: region } }, table: 0 }];
    }),
  );
  const whole = { sheet: SHEET, row: 0, column: 0, rowCount: names.length + 2, columnCount: indicators.length * 2 + 1 };
  return buildReport(
    {
      asOf: { date: asOf, source: cell(0, 0) },
      titleYear: null,
      place,
      tables: [{ sheet: SHEET, range: whole, layout: "wide", title: null, labels: null, regionBlocks: [], columns: [] }],
      regions: names.map((name, row) => ({ name, shortName: name.length > 2 ? name.replace(RANK, "") : name, source: cell(row + 2, 0) })),
      indicators: definitions,
      facts,
      texts: [],
      gaps: [],
      findings: [],
    },
    { today: "2025-03-01" },
  );
}

/** All sentences of a kind, a line each in the file named after its workbook. */
export function sentences(kind: "true" | "wrong"): Sentence[] {
  return readdirSync(path.join(FOLDER, kind)).flatMap((file) =>
    readFileSync(path.join(FOLDER, kind, file), "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => {
        const marked = ERROR.exec(line);
        const start = marked?.index ?? 0;
        return { workbook: path.basename(file, ".txt"), text: line.replace(ERROR, "$1"), wrong: marked ? { start, end: start + (marked[1] ?? "").length } : null };
      }),
  );
}
