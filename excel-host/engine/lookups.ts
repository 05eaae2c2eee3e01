/**
 * SUMIFS, COUNTIFS and INDEX with MATCH by a word, over columns of plain values: looked up, where the engine walks through
 * each column anew for every formula. Whatever else a call asks for is left to the engine.
 */
import { absoluteRectName } from "./address";
import { mapReferences, type Reference } from "./references";
import type { Sheet } from "./sheet";

/** What has to be known of the sheets; it holds for one calculation. */
export interface ColumnSource {
  sheet(name: string): Sheet | undefined;
  /** whether a column holds values alone */
  isPlain(sheet: Sheet, column: number): boolean;
}

interface Column {
  sheet: Sheet;
  column: number;
  top: number;
  rows: number;
}

const CALL = /(SUMIFS|COUNTIFS|INDEX)\(/iy;
const ANY_CALL = /(?:SUMIFS|COUNTIFS|INDEX)\(/i;
const MATCH = /^\s*MATCH\(/i;
const WORD_SIGN = /[\p{L}\p{N}_.]/u;
const TEXT = /^"((?:[^"]|"")*)"$/;

/** What is looked up in one calculation. */
export class Lookups {
  private readonly indexes = new Map<string, Map<string, number[]>>();
  /** what absolute arguments name: the same ones stand in many formulas */
  private readonly references = new Map<string, { sheet: Sheet; reference: Reference } | null>();

  constructor(private readonly source: ColumnSource) {}

  /** The formula with the calls that could be looked up in the place of their results. */
  shortened(formula: string, home: Sheet): string {
    if (!ANY_CALL.test(formula)) return formula;
    let out = "";
    for (let at = 0; at < formula.length; ) {
      const sign = formula[at]!;
      if (sign === '"' || sign === "'") {
        const end = formula.indexOf(sign, at + 1) + 1 || formula.length;
        out += formula.slice(at, end);
        at = end;
        continue;
      }
      CALL.lastIndex = at;
      const call = at > 0 && WORD_SIGN.test(formula[at - 1]!) ? null : CALL.exec(formula);
      const args = call && argumentsFrom(formula, CALL.lastIndex);
      const result = args && this.result(call[1]!.toUpperCase(), args.list, home);
      // A reference beside a colon is one end of a range.
      const isEnd = call?.[1]?.toUpperCase() === "INDEX" && (formula[at - 1] === ":" || formula[args?.end ?? 0] === ":");
      if (args && result !== null && !isEnd) {
        out += result;
        at = args.end;
      } else {
        out += sign;
        at++;
      }
    }
    return out;
  }

  private result(name: string, args: readonly string[], home: Sheet): string | null {
    if (name === "INDEX") return this.cellFound(args, home);
    const result = this.total(name, args, home);
    return result === null ? null : `(${result})`;
  }

  /** The cell that INDEX(column,MATCH(word,column,0)) leads to. */
  private cellFound(args: readonly string[], home: Sheet): string | null {
    const [values = "", place = ""] = args;
    const call = args.length === 2 ? MATCH.exec(place) : null;
    const sought = call && argumentsFrom(place, call[0].length);
    if (!sought || place.slice(sought.end).trim() !== "" || sought.list.length !== 3 || sought.list[2]?.trim() !== "0") return null;
    const labels = this.column(sought.list[1] ?? "", home);
    const word = this.word(sought.list[0] ?? "", home);
    const shown = this.reference(values, home);
    const row = labels && word !== null ? this.index(labels).get(word)?.[0] : undefined;
    if (!shown || row === undefined) return null;
    const { top, bottom, left, right } = shown.reference.rect;
    if (left !== right || row > bottom - top) return null;
    // Always in quotes: without them the engine does not read every letter that Excel does (𠮷).
    return `'${shown.sheet.name.replaceAll("'", "''")}'!${absoluteRectName({ top: top + row, left, bottom: top + row, right: left })}`;
  }

  private total(name: string, args: readonly string[], home: Sheet): number | null {
    const summed = name === "SUMIFS" ? this.column(args[0] ?? "", home) : undefined;
    if (summed === null) return null;
    const pairs = name === "SUMIFS" ? args.slice(1) : args;
    if (pairs.length === 0 || pairs.length % 2 === 1) return null;
    let found: number[] | undefined;
    let rows = summed?.rows;
    for (let at = 0; at < pairs.length; at += 2) {
      const column = this.column(pairs[at]!, home);
      const word = this.word(pairs[at + 1]!, home);
      if (!column || word === null || (rows !== undefined && rows !== column.rows)) return null;
      rows = column.rows;
      const here = this.index(column).get(word) ?? [];
      const before = found && new Set(found);
      found = before ? here.filter((row) => before.has(row)) : here;
    }
    if (!summed) return found?.length ?? null;
    let sum = 0;
    for (const row of found ?? []) {
      const value = summed.sheet.value(summed.top + row, summed.column);
      if (typeof value === "number") sum += value;
      else if (typeof value === "object" && value !== null) return null;
    }
    return sum;
  }

  /** The reference that an argument is, and nothing else. */
  private reference(argument: string, home: Sheet): { sheet: Sheet; reference: Reference } | null {
    const key = `${home.name}!${argument}`;
    const known = this.references.get(key);
    if (known !== undefined) return known;
    const found = this.named(argument, home);
    this.references.set(key, found);
    return found;
  }

  private named(argument: string, home: Sheet): { sheet: Sheet; reference: Reference } | null {
    let reference: Reference | undefined;
    const rest = mapReferences(argument.trim(), (one) => {
      reference = one;
      return "\u0001";
    });
    if (rest !== "\u0001" || !reference) return null;
    const sheet = reference.sheet === undefined ? home : this.source.sheet(reference.sheet);
    return sheet ? { sheet, reference } : null;
  }

  private column(argument: string, home: Sheet): Column | null {
    const found = this.reference(argument, home);
    if (!found) return null;
    const { sheet, reference } = found;
    const { top, bottom, left, right } = reference.rect;
    if (left !== right || top === bottom || !this.source.isPlain(sheet, left)) return null;
    return { sheet, column: left, top, rows: bottom - top + 1 };
  }

  /** The word that a criterion asks for; null for one that asks for more: a comparison, a pattern, a number. */
  private word(argument: string, home: Sheet): string | null {
    const text = TEXT.exec(argument.trim())?.[1]?.replaceAll('""', '"') ?? this.cellText(argument, home);
    if (text === null || text === "" || /^[<>=]|[*?~]|^(?:true|false)$/i.test(text) || !Number.isNaN(Number(text))) return null;
    return text.toLowerCase();
  }

  private cellText(argument: string, home: Sheet): string | null {
    const found = this.reference(argument, home);
    if (found?.reference.kind !== "cell") return null;
    const { top, left } = found.reference.rect;
    const value = this.source.isPlain(found.sheet, left) ? found.sheet.value(top, left) : null;
    return typeof value === "string" ? value : null;
  }

  /** The rows of a column by what stands in them, from its top. */
  private index({ sheet, column, top, rows }: Column): Map<string, number[]> {
    const key = `${sheet.name}!${column}:${top}:${rows}`;
    let index = this.indexes.get(key);
    if (index) return index;
    this.indexes.set(key, (index = new Map()));
    for (const row of [...sheet.rows.keys()].sort((a, b) => a - b)) {
      const value = row >= top && row < top + rows ? sheet.value(row, column) : null;
      if (typeof value !== "string") continue;
      const word = value.toLowerCase();
      const known = index.get(word);
      if (known) known.push(row - top);
      else index.set(word, [row - top]);
    }
    return index;
  }
}

/** The arguments of a call whose bracket was opened before `from`; null where it does not close. */
function argumentsFrom(formula: string, from: number): { list: string[]; end: number } | null {
  const list: string[] = [];
  let depth = 0;
  let start = from;
  for (let at = from; at < formula.length; at++) {
    const sign = formula[at]!;
    if (sign === '"' || sign === "'") {
      const end = formula.indexOf(sign, at + 1);
      if (end < 0) return null;
      at = end;
    } else if (sign === "(" || sign === "{") depth++;
    else if (sign === "," && depth === 0) {
      list.push(formula.slice(start, at));
      start = at + 1;
    } else if (sign === ")" || sign === "}") {
      if (depth === 0) return { list: [...list, formula.slice(start, at)], end: at + 1 };
      depth--;
    }
  }
  return null;
}
