import type { Language } from "../../progress";

/** The sheet that probes work on, and a block of its cells that is a probe's own. */
export interface Scratch {
  context: Excel.RequestContext;
  sheet: Excel.Worksheet;
  /** First row of the block; its columns begin at A. */
  row: number;
  /** Some cells of the block. */
  block(rows: number, columns: number): Excel.Range;
}

/** One claim about Excel that the add-in rests on, as docs/excel-fidelity.md has it. */
export interface Probe {
  id: string;
  claim: Record<Language, string>;
  /** The members of Office.js that it holds, without “Excel.”. */
  members: readonly string[];
  /** What Excel answers where the claim holds. */
  expected: string;
  /** The requirement set above 1.9 without which it is not asked. */
  since?: "1.13";
  /** Asks Excel. @returns its answer, as short text without a word of the staff's */
  ask(scratch: Scratch): Promise<string>;
}

/** Excel's answer to a probe. */
export interface ProbeResult {
  id: string;
  claim: Record<Language, string>;
  expected: string;
  answer: string;
  holds: boolean;
}

/** A value as short text. */
export function shown(value: unknown): string {
  return JSON.stringify(value) ?? "undefined";
}
