/** How an Office.js class is declared: a table of members, read at a glance. */
import { excelError } from "../engine/errors";
import type { HostContext } from "./context";

/** A value that JSON can carry. */
export type Json = unknown;

/** An object of the API as the host holds it: its class and what the class works on. */
export interface Entity<T = unknown> {
  type: ObjectClass<T>;
  target: T;
}

/** A scalar property. */
export interface ValueMember<T> {
  kind: "value";
  get: (target: T, context: HostContext) => Json;
  set?: ((target: T, value: never, context: HostContext) => void) | undefined;
  /** the ExcelApi set it came with, where that is above 1.9 */
  since?: string | undefined;
  /** not part of load() without names */
  onRequest?: boolean;
}

/** A property that leads to another object. */
export interface ObjectMember<T> {
  kind: "object";
  get: (target: T, context: HostContext) => Entity | null;
  since?: string | undefined;
}

/** A method; answers an object, or a plain value, or nothing. */
export interface MethodMember<T> {
  kind: "method";
  call: (target: T, args: unknown[], context: HostContext) => Entity | Json;
  since?: string | undefined;
}

export type Member<T> = ValueMember<T> | ObjectMember<T> | MethodMember<T>;

/** A class of the API. */
export interface ObjectClass<T> {
  name: string;
  /** what the object is found by again: "Id" where the class has an id, "_Id" else */
  identity?: (target: T) => { Id?: string; _Id?: string | number };
  /** the items, for a collection */
  items?: (target: T, context: HostContext) => Entity[];
  /** getItem(key) of a collection; null when there is none */
  find?: (target: T, key: never, context: HostContext) => Entity | null;
  members: Record<string, Member<T>>;
}

/** All that is told of a class but its name. */
export type ClassMembers<T> = Omit<ObjectClass<T>, "name">;

/** Names a class whose members are told in another file, by `completeClass`; until then it has none. */
export function declareClass<T>(name: string): ObjectClass<T> {
  return { name, members: {} };
}

/** Tells what a class can do that was named before. */
export function completeClass<T>(declared: ObjectClass<T>, definition: ClassMembers<T>): void {
  Object.assign(declared, defineClass({ name: declared.name, ...definition }));
}

/** Declares a class. A collection gets getCount and getItemAt of itself. */
export function defineClass<T>(definition: ObjectClass<T>): ObjectClass<T> {
  const { items, members } = definition;
  if (items) {
    members["getCount"] ??= method((target, _args, context) => items(target, context).length);
    members["getItemAt"] ??= method((target, [index], context) => {
      const item = items(target, context)[index as number];
      if (!item) throw excelError("InvalidArgument", "index");
      return item;
    });
  }
  return definition;
}

/** An object of that class. */
export function entity<T>(type: ObjectClass<T>, target: T): Entity {
  return { type, target } as Entity;
}

/** The object, or a null object when there is no target. */
export function entityOrNull<T>(type: ObjectClass<T>, target: T | undefined | null): Entity | null {
  return target === undefined || target === null ? null : entity(type, target);
}

export function isEntity(value: unknown): value is Entity {
  return typeof value === "object" && value !== null && "type" in value && "target" in value && typeof (value as Entity).type === "object";
}

/** A scalar property, read-only without `set`. */
export function value<T>(
  get: (target: T, context: HostContext) => Json,
  set?: (target: T, value: never, context: HostContext) => void,
  since?: string,
): ValueMember<T> {
  return { kind: "value", get, set, since };
}

/** A scalar property that load() gives only when it is named. */
export function valueOnRequest<T>(
  get: (target: T, context: HostContext) => Json,
  set?: (target: T, value: never, context: HostContext) => void,
  since?: string,
): ValueMember<T> {
  return { kind: "value", get, set, since, onRequest: true };
}

/** A property that leads to another object. */
export function object<T>(get: (target: T, context: HostContext) => Entity | null, since?: string): ObjectMember<T> {
  return { kind: "object", get, since };
}

/** A method. */
export function method<T>(call: (target: T, args: unknown[], context: HostContext) => Entity | Json, since?: string): MethodMember<T> {
  return { kind: "method", call, since };
}

/** A string argument; null and undefined are refused. */
export function text(value: unknown, name: string): string {
  if (typeof value !== "string") throw excelError("InvalidArgument", name);
  return value;
}

/** A whole number argument. */
export function integer(value: unknown, name: string): number {
  if (typeof value !== "number" || !Number.isFinite(value)) throw excelError("InvalidArgument", name);
  return Math.trunc(value);
}

/** One of the given words. */
export function oneOf<W extends string>(value: unknown, words: readonly W[], name: string): W {
  if (typeof value === "string" && (words as readonly string[]).includes(value)) return value as W;
  throw excelError("InvalidArgument", name);
}
