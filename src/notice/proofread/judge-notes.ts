import { mendNote } from "../mend-note";
import type { Claim } from "./claim";
import { halfWidth } from "./half-width";
import { plainClaim, type JudgedFigure } from "./judged";
import { nameLike } from "./judge-lists";
import type { Knowledge } from "./knowledge";
import type { Outline } from "./outline";
import type { RegionToken } from "./token";

/** So many signs around a figure, and it is the note's own. */
const FEWEST_SIGNS = 7;
const REACH = 10;
/** A note as long as this is told apart from any other text. */
const FEWEST_NOTE_SIGNS = 8;

/** Judges figures that the draft took over with a region's note (老城区脏乱差改造200套暂未开工) by the note. */
export function judgeByNotes(judged: readonly JudgedFigure[], plain: string, knowledge: Knowledge): JudgedFigure[] {
  const notes = notesOf(knowledge);
  return judged.map((one) => {
    const { claim, statement } = one;
    if (claim.verdict === "ok" || statement.token.number.separated) return one;
    const digits = /\d+(?:\.\d+)?/.exec(statement.token.text)?.[0];
    if (digits === undefined) return one;
    const from = statement.token.start + statement.token.text.indexOf(digits);
    const before = plain.slice(Math.max(0, from - REACH), from).replace(/^.*[\n。；]/s, "");
    const after = plain.slice(from + digits.length, from + digits.length + REACH).split(/[\n。；]/, 1)[0]!;
    for (const { note, source } of notes) {
      const found = numberBetween(note, before, after);
      if (found === null) continue;
      if (found === digits) return { ...one, claim: { ...claim, verdict: "ok", expected: null, why: { "zh-CN": "与进展说明一致", en: "As the note has it" }, cells: [source], missing: null } };
      if (claim.verdict === "wrong" && found.length === 0) continue;
      const expected = statement.token.text.replace(digits, found);
      return {
        ...one,
        claim: {
          ...claim,
          verdict: "wrong",
          expected,
          why: { "zh-CN": `进展说明写的是${expected}`, en: `The note says ${expected}` },
          cells: [source],
          missing: null,
        },
      };
    }
    return one;
  });
}

/** Judges whose note a passage is: 经开区棚改项目正在摸底阶段 is wrong of any region but 经开区. */
export function judgeNoteOwners(plain: string, { tokens, positions }: Outline, knowledge: Knowledge): Claim[] {
  const byText = new Map<string, { regions: string[]; cells: Claim["cells"] }>();
  for (const { note, region, source } of notesOf(knowledge)) {
    const known = byText.get(note) ?? { regions: [], cells: [] };
    byText.set(note, { regions: [...known.regions, region], cells: [...known.cells, source] });
  }
  return [...byText].flatMap(([note, { regions, cells }]): Claim[] => {
    const at = note.length < FEWEST_NOTE_SIGNS ? -1 : plain.indexOf(note);
    if (at < 0 || plain.indexOf(note, at + 1) >= 0) return [];
    const first = tokens.findIndex((token) => token.start >= at);
    const clause = positions[first]?.clause;
    const named = tokens.filter(
      (token, index): token is RegionToken => token.kind === "region" && positions[index]?.clause === clause && token.end <= at,
    );
    const [subject] = named;
    if (!subject || named.length !== 1 || regions.includes(subject.region)) return [];
    const [only] = regions;
    const expected = regions.length === 1 && only !== undefined ? nameLike(subject, only, knowledge) : null;
    const why = { "zh-CN": `这是${regions.join("、")}的进展说明`, en: `This is the note of ${regions.join(", ")}` };
    return [plainClaim("names", subject.start, subject.end, "wrong", expected, why, cells)];
  });
}

function notesOf({ report, short }: Knowledge) {
  return report.notes.map(({ region, text, source }) => ({ region, source, note: halfWidth(mendNote(text, [region, short(region)])) }));
}

/** The number of a note that stands between the same signs; null where they do not stand there, or too few do. */
function numberBetween(note: string, before: string, after: string): string | null {
  for (const match of note.matchAll(/\d+(?:\.\d+)?/g)) {
    const end = match.index + match[0].length;
    const shared = commonEnd(note.slice(0, match.index), before) + commonStart(note.slice(end), after);
    const whole = shared >= FEWEST_SIGNS || (shared > 3 && note.length - match[0].length === shared);
    if (whole) return match[0];
  }
  return null;
}

function commonEnd(a: string, b: string): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a.at(-1 - length) === b.at(-1 - length)) length += 1;
  return length;
}

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a.charAt(length) === b.charAt(length)) length += 1;
  return length;
}
