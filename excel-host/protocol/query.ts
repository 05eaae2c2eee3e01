/** load(): which properties of an object are asked for, and the answer in the shape office.js reads. */
import { excelError } from "../engine/errors";
import type { HostContext } from "./context";
import type { Entity, Member } from "./define";
import { refuse } from "./refusals";
import { checkSet } from "./requirementSets";

/** What a load action asks for. */
export interface QueryInfo {
  Select?: string[];
  Expand?: string[];
  Top?: number;
  Skip?: number;
}

interface Wanted {
  /** all scalar properties */
  all: boolean;
  names: Map<string, Wanted>;
}

const nothing = (): Wanted => ({ all: false, names: new Map() });

/** "NumberFormat" → "numberFormat". */
export function camel(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function pascal(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function parse(query: QueryInfo): Wanted {
  const root = nothing();
  const walk = (path: string): Wanted => {
    let at = root;
    for (const part of path.split(/[/.]/)) {
      if (part === "" || part.toLowerCase() === "items") continue;
      if (part === "*" || part === "$all") {
        at.all = true;
        continue;
      }
      const name = camel(part);
      let next = at.names.get(name);
      if (!next) at.names.set(name, (next = nothing()));
      at = next;
    }
    return at;
  };
  for (const path of query.Select ?? []) walk(path);
  for (const path of query.Expand ?? []) walk(path).all = true;
  if (!query.Select?.length) root.all = true;
  return root;
}

/** Answers a load of an object or a collection. */
export function runQuery(found: Entity | null, query: QueryInfo, context: HostContext): unknown {
  if (!found) return null;
  const wanted = parse(query);
  return shape(found, wanted, context, query);
}

function shape(found: Entity, wanted: Wanted, context: HostContext, query?: QueryInfo): unknown {
  const { type, target } = found;
  if (wanted.all || wanted.names.size === 0 || type.items) refuse(found, "load", "get", context);
  if (type.items) {
    const own = [...wanted.names.keys()].filter((n) => n in type.members && type.members[n]!.kind !== "method");
    const forItems: Wanted = { all: wanted.all || wanted.names.size === 0, names: new Map([...wanted.names].filter(([n]) => !own.includes(n))) };
    const all = type.items(target, context);
    const from = query?.Skip ?? 0;
    const items = all.slice(from, query?.Top === undefined ? undefined : from + query.Top);
    const answer: Record<string, unknown> = { _Items: items.map((item) => shape(item, forItems, context)) };
    for (const name of own) answer[pascal(name)] = read(found, name, wanted.names.get(name)!, context);
    return answer;
  }
  const answer: Record<string, unknown> = { ...type.identity?.(target) };
  if (wanted.all || wanted.names.size === 0) {
    for (const [name, member] of Object.entries(type.members)) {
      if (member.kind !== "value" || member.onRequest || !checkSet(member, context.excelApi)) continue;
      answer[pascal(name)] = member.get(target, context);
    }
  }
  for (const [name, inner] of wanted.names) answer[pascal(name)] = read(found, name, inner, context);
  return answer;
}

function read(found: Entity, name: string, inner: Wanted, context: HostContext): unknown {
  const { type, target } = found;
  const member = memberOf(found, name, context);
  refuse(found, name, "get", context);
  if (member.kind === "value") return member.get(target, context);
  if (member.kind === "method") throw excelError("InvalidArgument", `${type.name}.${name} is a method, it cannot be loaded`);
  const next = member.get(target, context);
  return next ? shape(next, inner, context) : null;
}

/**
 * The member of that name.
 * @throws ExcelError ApiNotFound naming the member, when the host has none or its requirement set is too old
 */
export function memberOf(found: Entity, name: string, context: HostContext): Member<unknown> {
  const member = Object.hasOwn(found.type.members, name) ? found.type.members[name] : undefined;
  if (!member) throw excelError("ApiNotFound", `${found.type.name}.${name} is not available in this host`);
  if (!checkSet(member, context.excelApi)) {
    throw excelError("ApiNotFound", `${found.type.name}.${name} needs ExcelApi ${member.since}; this host has ${context.excelApi}`);
  }
  return member;
}
