import fc from "../../support/property";
import { wordsIn } from "../../../src/lexicon";
import { buildReport } from "../../../src/progress";
import { loadNationalList, readWorkbook, type Gazetteer } from "../../../src/tables";
import { cases, LONG_TEST } from "../../support/cases";
import { UNKNOWN_SUBJECTS, UNKNOWN_VERBS } from "./band-words";
import { bandTable, type BandTable } from "./bands";

/** What came of a table, the worst first. */
interface Measures {
  silentWrong: string[];
  falseAlarms: string[];
  /** Figures of a subject under another's name. */
  misnamed: number;
  asked: number;
  missing: number;
  right: number;
}

function measured({ sheet, columns, subjects, rows, error }: BandTable, gazetteer: Gazetteer): Measures {
  const records = readWorkbook({ sheets: [sheet] }, { gazetteer });
  const measures: Measures = { silentWrong: [], falseAlarms: [], misnamed: 0, asked: 0, missing: 0, right: 0 };
  const ids = new Map<number, Set<string>>();
  const seen = new Set<string>();
  const unsure = new Set(records.tables.flatMap((table) => table.columns.filter((one) => one.unsure).map(({ range }) => range.column)));
  for (const { region, meaning, source } of records.facts) {
    const [cell] = source.cells;
    if (!cell || region === null || !("indicator" in meaning)) continue;
    const truth = rows.includes(cell.row) ? columns.get(cell.column) : undefined;
    if (truth?.role === meaning.kind) {
      seen.add(`${cell.row} ${cell.column}`);
      if (subjects[truth.subject] !== undefined && !meaning.indicator.includes(subjects[truth.subject] ?? "")) measures.misnamed++;
      ids.set(truth.subject, (ids.get(truth.subject) ?? new Set()).add(meaning.indicator));
    } else if (unsure.has(cell.column)) measures.asked++;
    else measures.silentWrong.push(`column ${cell.column} is ${truth?.role ?? "nothing"}, in row ${cell.row} read as ${meaning.kind} of ${meaning.indicator}, ${region}`);
  }
  // Figures of two subjects under one name would be added up as one.
  const owners = [...ids].flatMap(([subject, own]) => [...own].map((id) => ({ subject, id })));
  for (const { subject, id } of owners) if (owners.some((other) => other.id === id && other.subject !== subject)) measures.silentWrong.push(`${id} is of two subjects`);
  for (const [column, { role }] of columns) {
    for (const row of rows) {
      if (role === "rate") continue;
      if (seen.has(`${row} ${column}`)) measures.right++;
      else measures.missing++;
    }
  }
  const { findings } = buildReport(records, { today: "2024-06-30" });
  measures.falseAlarms = findings.filter(({ severity, code }) => severity !== "info" && code !== error).map(({ message }) => message["zh-CN"]);
  return measures;
}

describe("tables composed of bands in words that the reader has never met", () => {
  let gazetteer: Gazetteer;
  beforeAll(async () => {
    gazetteer = await loadNationalList();
  });

  test("the words are kept out of the lexicon", () => {
    const known = [...UNKNOWN_SUBJECTS, ...UNKNOWN_VERBS].filter((word) => wordsIn(word).every(({ senses }) => senses.length > 0));
    expect(known).toEqual([]);
  });

  test("no figure is silently wrong, and few tables raise a false alarm", () => {
    const sum = { tables: 0, alarmed: 0, misnamed: 0, asked: 0, missing: 0, right: 0 };
    fc.assert(
      fc.property(fc.gen(), (g) => {
        const table = bandTable(g);
        const { silentWrong, falseAlarms, misnamed, asked, missing, right } = measured(table, gazetteer);
        sum.tables++;
        sum.alarmed += falseAlarms.length > 0 ? 1 : 0;
        sum.misnamed += misnamed;
        sum.asked += asked;
        sum.missing += missing;
        sum.right += right;
        if (silentWrong.length > 0) throw new Error(`${table.sheet.values.map((row) => row.join(" | ")).join("\n")}\n${[...new Set(silentWrong)].join("\n")}`);
      }),
      { numRuns: cases("bandTables") },
    );
    expect(sum.alarmed).toBeLessThanOrEqual(sum.tables * 0.01);
    expect(sum.misnamed).toBe(0);
    expect(sum.asked).toBeLessThanOrEqual((sum.right + sum.missing) * 0.05);
    expect(sum.missing).toBeLessThanOrEqual((sum.right + sum.missing) * 0.03);
  }, LONG_TEST);
});
