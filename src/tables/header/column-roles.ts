import { unitsIn } from "../cells";
import { mayBeWords, roleIn, type RoleReading } from "../vocabulary";
import type { ColumnDraft } from "./columns";

/**
 * The role of a column: its last header's own words first; then those of the bands above it from below
 * (目标任务 over 基本建成), where no column under the same band says its own role; then the verb in an
 * indicator's name.
 */
export function columnRole(column: ColumnDraft, drafts: readonly ColumnDraft[]): RoleReading | null {
  const { path } = column;
  const leaf = roleIn(path.at(-1) ?? "");
  if (leaf?.strong) return isWords(column) && mayBeWords(path.at(-1) ?? "") ? { role: "note", strong: true } : leaf;
  for (let level = path.length - 2; level >= 0; level--) {
    const band = roleIn(path[level] ?? "");
    if (!band?.strong || band.role === "note" || band.role === "other") continue;
    const siblings = drafts.filter((draft) => draft.path.length > level + 1 && samePrefix(draft.path, path, level));
    if (siblings.every((draft) => !roleIn(draft.path.at(-1) ?? "")?.strong)) return band;
  }
  return leaf ?? path.slice(0, -1).map(roleIn).filter((role) => role !== null).at(-1) ?? null;
}

/**
 * The role that the title or sheet's name gives a whole table whose headers give none: 目标任务分解表.
 * @returns null where any column says its own
 */
export function tableRole(columns: readonly ColumnDraft[], title: string, sheet: string): RoleReading | null {
  const figures = columns.filter((column) => !isWords(column));
  if (figures.some((column) => ["target", "done", "rate"].includes(rolesOf(column) ?? ""))) return null;
  const counted = figures.some(({ path }) => path.some((text) => unitsIn(text).length > 0));
  const role = [title, sheet].map(roleIn).find((reading) => reading?.strong && (reading.role === "target" || reading.role === "done" || (reading.role === "rate" && !counted)));
  return role ? { role: role.role, strong: true } : null;
}

function rolesOf({ path }: ColumnDraft): string | null {
  return path.map(roleIn).find((reading) => reading?.strong)?.role ?? null;
}

/** Words, and no figure among them: a column of notes, whatever its header's verb. */
export function isWords({ numbers, words, doubtful }: ColumnDraft): boolean {
  return words > 0 && words > doubtful && numbers === 0;
}

function samePrefix(a: readonly string[], b: readonly string[], level: number): boolean {
  for (let at = 0; at <= level; at++) if (a[at] !== b[at]) return false;
  return true;
}
