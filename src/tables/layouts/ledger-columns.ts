import { endingOf, hasAny, MANNER_HEADERS, MANNERS, PROJECT_HEADERS, PROJECT_WORDS, TYPE_WORDS, UNIT_HEADERS } from "../../lexicon";
import { unitOf, withoutBrackets } from "../../cells";
import { headerWords, isCatalogued, type ReadSlot } from "../../interpret";
import { saysWho } from "../../regions";
import { hasFigure } from "../view";
import { sampleRows, type Frame } from "./frame";
import { labelOver } from "./label-run";

/** Signs after a manner's word at the most: 新建商品房. */
const LONGEST_MANNER = 4;

/** How a project is built, not what it counts for: 新建商品房, but not 筹集保租房. */
export function isManner(text: string): boolean {
  return MANNERS.some((word) => text.startsWith(word) && text.length <= word.length + LONGEST_MANNER) && headerWords(text).concepts.length === 0;
}

/** What of a table tells whether it is a ledger. */
export type LedgerLike = Pick<Frame, "view" | "run" | "columns" | "roles">;

/** The columns of a ledger that name a project and its type. */
export interface LedgerColumns {
  project: ReadSlot | undefined;
  type: ReadSlot | undefined;
  /** The unit of each row's figures. */
  unit: ReadSlot | undefined;
}

/** Whether a header stands over names of projects. */
export function isProjectHeader(text: string): boolean {
  return hasAny(text, PROJECT_WORDS) || PROJECT_HEADERS.includes(withoutBrackets(text));
}

function saysType(text: string): boolean {
  return text === "类" || hasAny(text, TYPE_WORDS);
}

/** Whether a column says of what kind its row is: no figure, even where it decides no indicator. */
export function isType({ path, words, numbers }: ReadSlot): boolean {
  return words > 0 && numbers === 0 && saysType(path.at(-1) ?? "");
}

/** Finds the project and type columns of a table; of several that read like types the one that names indicators. */
export function ledgerColumns(frame: LedgerLike): LedgerColumns {
  const { columns, run, view, roles } = frame;
  const wordy = columns.filter(({ numbers, words, doubtful }) => numbers <= (words + doubtful) / 10 && words + doubtful > 0);
  const leaf = (column: ReadSlot) => column.path.at(-1) ?? "";
  // Where rows are projects by their names, nothing else need tell them apart: 包保人.
  const areNamed = wordy.some((column) => isProjectHeader(leaf(column)));
  const catalogued = ({ column }: ReadSlot) => sampleRows(run).filter((row) => isCatalogued(view.spreadText(row, column))).length;
  const types = wordy
    .filter((column) => saysType(leaf(column)) || (!areNamed && !saysWho(leaf(column)) && isKey(frame, column)))
    .map((column) => ({ column, named: catalogued(column) }))
    .filter(({ column, named }) => named > 0 || endingOf(leaf(column), MANNER_HEADERS) === "")
    .sort((a, b) => b.named - a.named);
  const type = roles === null ? types[0]?.column : undefined;
  const unit = wordy.find((column) => UNIT_HEADERS.includes(leaf(column)));
  const others = wordy.filter((column) => column !== type && column !== unit);
  const named = others.find((column) => isProjectHeader(leaf(column)));
  return { project: named ?? (repeatsRegions(frame) ? others.find((column) => namesEachRow(frame, column)) : undefined), type, unit };
}

/**
 * Whether a column tells a region's rows apart, whatever its header: the same words under several regions, each once
 * a region. Units, roles and remarks repeat under one region too.
 */
export function isKey({ run, view }: LedgerLike, { column }: ReadSlot): boolean {
  const pairs = new Set<string>();
  const regionsOf = new Map<string, number>();
  let region = "";
  let rows = 0;
  for (const row of sampleRows(run)) {
    const at = labelOver(run, row);
    if (at?.kind === "region") region = at.label;
    else if (at?.row === row || at?.kind === "total") continue;
    const word = view.spreadText(row, column);
    if (region === "" || !hasFigure(view, row)) continue;
    if (word === "" || unitOf(word) !== null || typeof view.spread(row, column) !== "string") return false;
    rows++;
    pairs.add(`${region} ${word}`);
    regionsOf.set(word, (regionsOf.get(word) ?? 0) + 1);
  }
  const counts = [...regionsOf.values()];
  return pairs.size === rows && counts.filter((count) => count > 1).length * 2 > counts.length;
}

/** Whether regions stand on several rows each, or on the first of several. */
function repeatsRegions({ run, view }: LedgerLike): boolean {
  const regions = run.rows.filter(({ kind }) => kind === "region");
  const distinct = new Set(regions.map(({ row }) => view.text(row, run.column))).size;
  if (distinct < regions.length) return true;
  const labelled = new Set(run.rows.map(({ row }) => row));
  return sampleRows(run).some((row) => !labelled.has(row) && hasFigure(view, row));
}

/** A column of words, another in nearly every row: 水库名称, 水体名称. */
function namesEachRow({ run, view }: LedgerLike, { column }: ReadSlot): boolean {
  const texts = sampleRows(run).map((row) => view.text(row, column)).filter((text) => text !== "");
  return texts.length >= 3 && new Set(texts).size >= texts.length * MOSTLY_DISTINCT;
}

const MOSTLY_DISTINCT = 0.8;

/**
 * Whether a table is a project ledger: a row a project, so that a region's rows add up.
 * @returns false for a table in which a region merely stands twice
 */
export function isLedger(frame: LedgerLike): boolean {
  const { project, type } = ledgerColumns(frame);
  if (project || frame.roles !== null || frame.run.mixed) return true;
  return type !== undefined && repeatsRegions(frame);
}
