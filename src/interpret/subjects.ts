import { byDictionary, HANDED_OUT_WORDS, hasAny, HOMES_SIGNS, isShortened, MONEY_WORDS, senseOf, SUBJECT_ATTRIBUTES, SUBSIDY_ALONE, type Concept, type Stage, type Token } from "../lexicon";
import { catalogued } from "../progress";
import { compact, type UnitInfo } from "../cells";
import { isOffice } from "../regions";
import { headerWords, type HeaderWords } from "./header-words";
import { COMPLETION, INVESTMENT, programmeIn, titleSubjects } from "./title-subjects";

/** What figures are about: found in a header, carried from the slot before, or from the title. */
export interface Subject {
  /** The same for headers that speak of one subject. */
  key: string;
  /** As written, no sign lost. */
  text: string;
  concepts: readonly Concept[];
  /** The stage that a title names with it: 棚户区改造基本建成; null in a header, which has its own. */
  stage: Stage | null;
  /** It is a part of another subject (其中). */
  part: boolean;
  /** The unit that its header names; null where none does. */
  unit: UnitInfo | null;
}

/** A subject from words that name one. */
export function subjectOf({ subject, concepts, unit }: Pick<HeaderWords, "subject" | "concepts" | "unit">, part = false, stage: Stage | null = null): Subject {
  return { key: keyOf(subject, concepts), text: subject, concepts, stage, part, unit };
}

/** A subject that is called what a text says, known to the catalogue or not. */
export function calledSo(text: string, unit: UnitInfo | null, part = false): Subject {
  return { key: text, text, concepts: [], stage: null, part, unit };
}

const NAMED_ALIKE: ReadonlySet<Concept> = new Set(["shantytown", "oldTown", "publicRental", "rentSubsidy", "subsidisedRental", "continuingProjects"]);

/** 棚改 and 棚户区改造 are one subject, 公租房 and 公租房分配 two: what is left beside the concept tells. */
function keyOf(text: string, concepts: readonly Concept[]): string {
  const [concept] = concepts;
  if (concept === undefined || !NAMED_ALIKE.has(concept)) return text;
  const rest = restOf(text, concept);
  return rest === "" ? concept : `${concept} ${rest}`;
}

/** What a text says beside a concept's own words. */
function restOf(text: string, concept: Concept): string {
  const isSaid = ({ senses }: Token) => senses.some(({ kind, value }) => kind === "counted" || value === concept || value === "renovate" || value === "build");
  let rest = headerWords(text).tokens.flatMap((token) => (isSaid(token) ? [] : token.text)).join("");
  for (const word of SUBJECT_ATTRIBUTES) rest = rest.replaceAll(word, "");
  return /^[\p{P}\p{S}\d内]*$/u.test(rest) ? "" : rest;
}

/** Whether one text is said by another with words left out: 城镇老旧小区 by 城镇老旧小区改造. */
export function isWithin(part: string, whole: string): boolean {
  if (part === "" || whole.includes(part)) return part !== "";
  return isShortened(part, whole) && part.length * 3 >= whole.length;
}

/** What Excel calls a sheet by itself. */
const DEFAULT_SHEET = /^(?:Sheet|工作表)\s*\d*$/i;

/** 旧改 of 4旧改; 9月 is no number of a sheet. */
function withoutSheetNumber(sheet: string): string {
  const number = String(Number.parseInt(sheet, 10));
  const isNumber = number.length <= 2 && sheet.startsWith(number) && !"年月日.".includes(sheet.charAt(number.length));
  return isNumber ? sheet.slice(number.length) : sheet;
}

/** The subjects that a title's lines, else the sheet's name, speak of; the lowest line first. */
export function subjectsAbout(titles: readonly string[], sheet: string): Subject[] {
  const ofLines = [...titles].reverse().map((line) => (isOffice(compact(line)) ? [] : titleSubjects(compact(line))));
  const ofSheet = DEFAULT_SHEET.test(sheet) ? [] : titleSubjects(withoutSheetNumber(compact(sheet)));
  const named = ofLines.find((subjects) => subjects.length > 0) ?? ofSheet;
  return named.map((words) => subjectOf(words.concepts.includes("fund") ? { ...words, subject: withoutFund(words.subject), concepts: words.concepts.filter((concept) => concept !== "fund") } : words, false, words.stage)).filter(({ text }) => text !== "");
}

/** The programme that a title's lines name: the name of figures whose headers, too, name nothing. */
export function programmeAbout(titles: readonly string[]): Subject | null {
  const words = programmeIn([...titles].reverse());
  return words ? subjectOf(words) : null;
}

/** 农村危房改造 of 农村危房改造补助资金: what the money is for. */
function withoutFund(text: string): string {
  return text.slice(0, headerWords(text).tokens.find(isFund)?.at);
}

/** Whether a title's lines speak of money that is shared out: 补助资金分配表, not 资金支付进度. */
export function isAboutFunds(titles: readonly string[], sheet: string): boolean {
  return [...titles, sheet].some((line) => {
    const { tokens } = headerWords(compact(line));
    return tokens.some(isFund) && tokens.some((token) => senseOf(token, "stage")?.value === "allot" || HANDED_OUT_WORDS.includes(token.text));
  });
}

function isFund(token: Token): boolean {
  return senseOf(token, "concept")?.value === "fund";
}

/** What names money is counted in it, whatever the caption says of other columns. */
export const MONEY: UnitInfo = { kind: "万元", scale: 1, text: "万元" };

/** 资金, 补贴资金: money of whatever stands over it. */
export function isFundAlone(subject: string): boolean {
  const [only, ...others] = headerWords(subject).tokens;
  return only !== undefined && others.length === 0 && isFund(only);
}

const OWN = "own:";

/** An indicator as a slot's subject, stage and unit make it. */
export interface NamedIndicator {
  id: string;
  name: string;
  /** The catalogue lacks it. */
  own: boolean;
}

/**
 * The indicator of the catalogue that a subject at a stage is, else one under the subject's own name.
 * @param stage the verb of its done figures; null where none is said
 * @param isMoney its figures are money
 * @param told what to add to the name where one subject has several: a stage's verb or 户数, and a period before it; what
 * is measured (公里 of 续建) is none of the catalogue's, which are homes and money
 */
export function indicatorFor(subject: Subject, stage: string | null, isMoney: boolean, { tell: verb = "", period = "", isMeasured = false } = {}): NamedIndicator {
  const id = period === "" && !isMeasured ? catalogueId(subject, stage, isMoney) : null;
  if (id !== null) return { id, name: catalogued(id)?.name ?? id, own: false };
  const name = `${period}${subject.text}${verb && !subject.text.endsWith(verb) ? verb : ""}`;
  return { id: `own:${name}`, name, own: true };
}

const NEW_HOMES: ReadonlySet<string | null> = new Set([null, "start", "raise", "launch", "renovate", "build", "supply"]);

/** A subject counts as one of the catalogue only where nothing is said beside it. */
function catalogueId({ key, text, concepts, unit }: Subject, stage: string | null, isMoney: boolean): string | null {
  if (text === COMPLETION || key === "continuingProjects") return "basicCompletion";
  if (concepts.includes("oldTown")) return "oldTownStarts";
  if (concepts.includes("rentSubsidy") && key === "rentSubsidy" && (hasAny(text, HOMES_SIGNS) || SUBSIDY_ALONE.includes(text))) return isMoney ? "rentSubsidyAmount" : "rentSubsidyHouseholds";
  if (text === INVESTMENT || (concepts.includes("investment") && key === text)) return "investment";
  if (key === "shantytown") {
    if (stage === "complete") return "basicCompletion";
    if (stage === "invest" || isMoney) return "investment";
    return NEW_HOMES.has(stage) ? "starts" : null;
  }
  // 公租房保障家庭（户） are those who live there, not what is built.
  const areHouseholds = stage === null && (unit?.kind === "户" || text.includes("保障"));
  return key === "publicRental" && NEW_HOMES.has(stage) && !isMoney && !areHouseholds ? "publicRentalStarts" : null;
}

/**
 * The indicator that a text by itself names: a project's type, a row of a form.
 * @param text without white space, full-width forms made half-width
 * @returns null where it only says a role, a unit or how a thing is built
 */
export const indicatorNamed: (text: string) => NamedIndicator | null = byDictionary((text) => {
  const words = headerWords(text);
  const [lone] = words.subject === "" ? titleSubjects(text) : [];
  if (words.subject === "" && !lone) return null;
  const subject = subjectOf(lone ?? words);
  return indicatorFor(subject, words.stage, words.unit?.kind === "万元" || hasAny(text, MONEY_WORDS));
});

/** The name of an indicator that the catalogue lacks, from its id; other ids as they are. */
export function ownName(id: string): string {
  return id.startsWith(OWN) ? id.slice(OWN.length) : id;
}

/** Whether a text names a subject, of the catalogue or of its own. */
export function namesSubject(text: string): boolean {
  return indicatorNamed(text) !== null;
}

/** Whether a text names an indicator of the catalogue. */
export function isCatalogued(text: string): boolean {
  const named = indicatorNamed(text);
  return named !== null && !named.own;
}
