import { TASK_STAGES } from "../lexicon";
import type { Meaning } from "../progress";
import { withoutUnit } from "../cells";
import type { Choice, Links } from "./choose";
import type { FigureRole } from "./evidence";
import { OUTRIGHT, saysRole } from "./header-words";
import { outerOf, type Head } from "./heads";
import type { RateLaw, SumLaw } from "./laws";
import { indicatorFor, isWithin, subjectOf, type NamedIndicator, type Subject } from "./subjects";

/** What a slot's figures are of. */
export interface Assigned {
  meaning: Meaning;
  also: Meaning[];
  verb: string | null;
  partOf: string | null;
}

/** A slot that was chosen to hold figures. */
interface Pick {
  slot: number;
  role: FigureRole;
  subject: Subject;
  unit: string;
  stage: string | null;
  head: Head;
}

/** The figures of one subject in one unit, and in a plan of several years of one of them. */
interface Group {
  key: string;
  subject: Subject;
  unit: string;
  period: string;
  picks: Pick[];
}

/** One indicator of a group with the slots that hold its figures. */
interface Member {
  stage: string | null;
  verb: string;
  target: Pick | null;
  done: Pick | null;
  rates: Pick[];
  projects: Pick | null;
}

/**
 * Brings the chosen slots together into indicators: one target with several stages (开工, 竣工) makes one of each
 * stage, and two measures of one subject (小区数, 户数) one of each.
 * @returns by slot; nothing for a rate that is a share of something else
 */
export function assignIndicators(choices: readonly Choice[], heads: readonly Head[], links: Links, sums: readonly SumLaw[], about: readonly Subject[]): Map<number, Assigned> {
  const { laws, periods } = links;
  const groups = groupsOf(choices, heads, laws, periods).map((group) => calledAfter(group, about));
  /** The verb of each indicator that has its name. */
  const taken = new Map<string, string>();
  const assigned = new Map<number, Assigned>();
  const members = groups.map((group) => membersOf(group, links));
  shareTargets(members.flat(), groups, laws);
  groups.forEach((group, index) => {
    const own = members[index] ?? [];
    for (const member of own) {
      const indicator = nameOf(group, member, own.length > 1, taken);
      taken.set(indicator.id, member.verb);
      assign(member, indicator, laws, assigned);
    }
  });
  for (const group of groups) for (const pick of group.picks) settlePart(pick, choices, sums, assigned);
  return assigned;
}

function groupsOf(choices: readonly Choice[], heads: readonly Head[], laws: readonly RateLaw[], periods: readonly string[]): Group[] {
  const bySubject = new Map<string, { subject: Subject; period: string; picks: Pick[] }>();
  choices.forEach(({ candidate, subject, unit }, slot) => {
    const head = heads[slot];
    if (candidate.kind !== "figure" || !subject || !head) return;
    const period = periods[slot] ?? "";
    const key = `${period} ${subject.part ? "其中" : ""}${subject.key}`;
    const known = bySubject.get(key) ?? { subject, period, picks: [] };
    known.picks.push({ slot, role: candidate.role, subject, unit, stage: candidate.stage ?? subject.stage, head });
    bySubject.set(key, known);
  });
  return [...bySubject].flatMap(([key, { subject, period, picks }]) => {
    const units = [...new Set(picks.filter(({ role, unit }) => role !== "rate" && role !== "projects" && unit !== "").map(({ unit }) => unit))];
    // What names no unit is of the one that its subject has elsewhere; a rate of the figures that it is a ratio of.
    const counts = units.filter((unit) => unit !== "万元");
    const [only] = units.length === 1 ? units : counts.length === 1 ? counts : [""];
    const unitOf = (pick: Pick): string => unitByLaws(pick, picks, laws) || (only ?? "");
    const byUnit = new Map<string, Pick[]>();
    for (const pick of picks) byUnit.set(unitOf(pick), [...(byUnit.get(unitOf(pick)) ?? []), pick]);
    return [...byUnit].map(([unit, own]): Group => ({ key: `${key} ${unit}`, subject: own.find(({ role }) => role === "target")?.subject ?? subject, unit, period, picks: own }));
  }).sort((a, b) => (a.picks[0]?.slot ?? 0) - (b.picks[0]?.slot ?? 0));
}

/** The unit of a pick, or without one what a law says: a rate is of what was done, and what was done of its target. */
function unitByLaws(pick: Pick, picks: readonly Pick[], laws: readonly RateLaw[]): string {
  const at = (slot: number) => picks.find((other) => other.slot === slot);
  const [done = pick] = pick.role === "rate" ? laws.flatMap((law) => (law.rate === pick.slot ? (at(law.done) ?? []) : [])) : [];
  if (done.role !== "done" || done.head.unit !== null) return done.unit;
  const [target] = laws.flatMap((law) => (law.done === done.slot ? (at(law.target) ?? []) : []));
  return target?.unit || done.unit;
}

/** Columns that arithmetic joins and that each name something else (承办 | 答复): the header over them, else the title, says what they are of. */
function calledAfter(group: Group, about: readonly Subject[]): Group {
  const [only] = about.length === 1 ? about : [];
  const over = headerOver(group.picks);
  const named = [...new Set(group.picks.flatMap(({ head }) => head.own?.key ?? []))];
  const areApart = named.length > 1 && named.every((own) => named.every((other) => other === own || !isWithin(own, other)));
  const isOwn = group.subject.concepts.length === 0 && !group.subject.part;
  const subject = over ?? only;
  return subject && areApart && isOwn ? { ...group, subject } : group;
}

/** What the header names under which all of some slots stand; null without one. */
function headerOver(picks: readonly Pick[]): Subject | null {
  const [first] = picks;
  const words = first?.head.levels[1];
  const isShared = words !== undefined && words.subject !== "" && picks.every(({ head }) => outerOf(head) === outerOf(first?.head));
  return isShared ? subjectOf({ ...words, subject: words.full }) : null;
}

function membersOf({ picks }: Group, links: Links): Member[] {
  const of = (role: FigureRole) => picks.filter((pick) => pick.role === role);
  const [targets, dones, rates, projects] = [of("target"), of("done"), of("rate"), of("projects")];
  const shared = targets.length === 1 ? targets[0] : targets.find(({ stage }) => stage === null);
  const members = dones.map((done): Member => {
    const own = targets.find(({ stage }) => stage !== null && stage === done.stage) ?? shared ?? null;
    const target = own && dones.length > 1 && !mayShare(own, done, dones, links) ? null : own;
    return { stage: done.stage, verb: done.head.verb, target, done, rates: [], projects: null };
  });
  for (const target of targets) {
    if (members.some((member) => member.target === target)) continue;
    const lone = members.find((member) => member.target === null);
    if (lone) lone.target = target;
    else members.push({ stage: target.stage, verb: target.head.verb, target, done: null, rates: [], projects: null });
  }
  if (members.length === 0) members.push({ stage: rates[0]?.stage ?? projects[0]?.stage ?? null, verb: "", target: null, done: null, rates: [], projects: null });
  for (const rate of rates) memberOf(rate, members, links.laws)?.rates.push(rate);
  const [first] = members;
  if (first && projects[0]) first.projects = projects[0];
  return members;
}

/**
 * What was done under a name of its own, at a rate of another group's target, is a stage of that task; what its header
 * says was done, at a rate of what was done before it (发放率 of 已申领), is the next stage, whose task that was.
 */
function shareTargets(members: readonly Member[], groups: readonly Group[], laws: readonly RateLaw[]): void {
  const picks = new Map(groups.flatMap((group) => group.picks.map((pick) => [pick.slot, pick] as const)));
  for (const member of members) {
    const { target, done, rates } = member;
    if (target !== null || done === null) continue;
    const isBase = (pick: Pick | undefined) => pick?.role === "target" || (pick?.role === "done" && saysDone(done));
    const law = laws.find((one) => one.done === done.slot && isBase(picks.get(one.target)) && rates.some(({ slot }) => slot === one.rate));
    if (law) member.target = picks.get(law.target) ?? null;
  }
}

/** 已发放 outright; 合格 is a count of something else. */
function saysDone({ head }: Pick): boolean {
  return saysRole(head.levels[0], "done", OUTRIGHT);
}

/** A target that names a stage is that stage's; one that names none is of every stage. */
function mayShare({ slot, stage, subject }: Pick, done: Pick, dones: readonly Pick[], { areLinked }: Links): boolean {
  if (areLinked(slot, done.slot)) return true;
  if (stage !== null) return stage === done.stage || (isKnown(stage) && isKnown(done.stage) && !dones.some((other) => other.stage === stage));
  // 棚户区改造's task is one of starts: its completion has a task of its own or none.
  return !subject.concepts.includes("shantytown") || done === dones[0];
}

const KNOWN_STAGES: ReadonlySet<string> = TASK_STAGES;

function isKnown(stage: string | null): boolean {
  return stage === null || KNOWN_STAGES.has(stage);
}

function memberOf(rate: Pick, members: readonly Member[], laws: readonly RateLaw[]): Member | undefined {
  // Of two stages that it may be a rate of, the one that more rows bear out.
  const ofRate = laws.filter((law) => law.rate === rate.slot).sort((a, b) => 2 * b.holds - b.informative - (2 * a.holds - a.informative));
  for (const { done, target } of ofRate) {
    const lawful = members.find((member) => member.done?.slot === done && member.target?.slot === target);
    if (lawful) return lawful;
  }
  // It is a share of something else: 占前三季度计划.
  if (ofRate.some((law) => members.some((member) => law.done === member.done?.slot && member.target !== null))) return undefined;
  const before = members.filter(({ done, target }) => (done?.slot ?? target?.slot ?? Infinity) < rate.slot);
  return members.find(({ stage }) => stage !== null && stage === rate.stage) ?? before.at(-1) ?? members[0];
}

/** The first name that no other indicator of the table has: told by what it counts, its verb, its unit, the header over it, at last by its place. */
function nameOf({ subject, unit, period, picks }: Group, { stage: ofDone, verb, done, rates }: Member, isOneOfSeveral: boolean, taken: ReadonlyMap<string, string>): NamedIndicator {
  // 应分 | 已分 | 分配率: the rate says which stage it is.
  const stage = ofDone ?? rates.find((rate) => rate.stage !== null)?.stage ?? null;
  const counts = picks.map(({ head }) => head.counted);
  const counted = counts.find((text) => text.endsWith("数") && text !== "数") ?? counts.find((text) => text !== "" && text !== "数") ?? "";
  const stageWord = verb || (isKnown(stage) ? "" : (stage ?? ""));
  const own = isOneOfSeveral && done ? stageWord : "";
  const written = picks.map(({ head }) => head.unit?.kind ?? "").find((text) => text !== "") ?? unit;
  const over = withoutUnit(picks[0]?.head.path.at(-2) ?? "").replace("其中:", "");
  const isSaid = subject.text.includes(over);
  const isMeasured = picks.some(({ head }) => head.unit?.measure !== undefined);
  const named = (tell: string) => indicatorFor(subject, stage, isMoney(unit, stage), { tell, period, isMeasured });
  // 完工 tells nothing of 栋 where 户 are 完工 too.
  const isOfOneStage = taken.get(named(own).id) === verb;
  const tells = [own, `${counted}${own}`, counted, ...(isOfOneStage ? [isSaid ? "" : over, stageWord] : [stageWord]), `${own}${written === "" ? "" : `(${written})`}`, isSaid ? "" : over, `${counted}${picks[0]?.slot ?? 0}`];
  const said = tells.filter((tell, index) => index === 0 || tell !== "");
  const names = said.map(named);
  // Where the catalogue's indicator is another's, what is left has a name of its own.
  const outside = said.filter((tell) => tell !== "").map((tell): NamedIndicator => ({ id: `own:${subject.text}${tell}`, name: `${subject.text}${tell}`, own: true }));
  return [...names, ...outside].find(({ id }) => !taken.has(id)) as NamedIndicator;
}

function assign(member: Member, indicator: NamedIndicator, laws: readonly RateLaw[], assigned: Map<number, Assigned>): void {
  const put = (pick: Pick | null, kind: FigureRole) => {
    if (!pick) return;
    const meaning: Meaning = { kind, indicator: indicator.id };
    const known = assigned.get(pick.slot);
    if (known) known.also.push(meaning);
    else assigned.set(pick.slot, { meaning, also: [], verb: member.verb || null, partOf: null });
  };
  put(member.target, "target");
  put(member.done, "done");
  put(member.projects, "projects");
  const lawful = member.rates.filter((rate) => laws.some((law) => law.rate === rate.slot));
  put(lawful[0] ?? member.rates[0] ?? null, "rate");
}

/** A part belongs to the whole before it under the same outer header, money to money, or to the one that it adds up to. */
function settlePart({ slot, subject, head, unit, stage }: Pick, choices: readonly Choice[], sums: readonly SumLaw[], assigned: Map<number, Assigned>): void {
  const own = assigned.get(slot);
  if (!own) return;
  const sum = sums.find(({ parts }) => parts.includes(slot));
  const wholes = sum ? [sum.whole] : subject.part || head.partOf !== null ? [...choices.keys()].slice(0, slot).reverse() : [];
  const whole = wholes.find((at) => {
    const choice = choices[at];
    if (!assigned.has(at) || choice?.candidate.kind !== "figure" || choice.subject?.part !== false || indicatorAt(at, assigned) === indicatorAt(slot, assigned)) return false;
    return isMoney(unit, stage) === isMoney(choice.unit, choice.candidate.stage);
  });
  if (whole !== undefined) own.partOf = indicatorAt(whole, assigned);
}

function indicatorAt(slot: number, assigned: ReadonlyMap<number, Assigned>): string | null {
  const meaning = assigned.get(slot)?.meaning;
  return meaning && "indicator" in meaning ? meaning.indicator : null;
}

function isMoney(unit: string, stage: string | null): boolean {
  return unit === "万元" || (unit === "" && stage === "invest");
}
