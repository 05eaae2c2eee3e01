/** Runs the bodies of ProcessQuery: object paths, actions in order, results in office.js's shape. */
import { ExcelError, excelError } from "../engine/errors";
import type { HostContext, RangeTarget } from "./context";
import { isEntity, type Entity } from "./define";
import { camel, memberOf, runQuery, type QueryInfo } from "./query";
import { References } from "./references";
import { checkRange, refuse } from "./refusals";

interface ArgumentInfo {
  Arguments?: unknown[];
  ReferencedObjectPathIds?: unknown[];
}

interface ObjectPathInfo {
  Id: number;
  ObjectPathType: number;
  Name: string;
  ParentObjectPathId?: number;
  ArgumentInfo?: ArgumentInfo;
}

interface ActionInfo {
  Id: number;
  ActionType: number;
  Name: string;
  ObjectPathId: number;
  ArgumentInfo?: ArgumentInfo;
  QueryInfo?: QueryInfo;
}

/** A parsed request. */
export interface RequestBody {
  AutoKeepReference?: boolean;
  Actions: ActionInfo[];
  ObjectPaths: Record<string, ObjectPathInfo>;
}

interface ResultError {
  Code: string;
  Message: string;
  Location: string;
  ActionIndex: number;
  HttpStatusCode: number;
}

/** The answer to a request, before it becomes text. */
export interface ResponseBody {
  Results: { ActionId: number; Value: unknown }[];
  /** trace actions that were reached: office.js registers its older event handlers by them */
  TraceIds?: number[];
  Error?: ResultError;
}

/** Services of Office that are not the workbook: taken note of, never refused. */
const SILENT_SERVICES = new Set(["Microsoft.Telemetry.TelemetryService", "Microsoft.InternalService.AddinInternalService"]);

/** The add-in's objects that live longer than one request. */
export class Session {
  private readonly references = new References();

  constructor(
    private readonly context: HostContext,
    private readonly root: () => Entity,
    /** top-level objects by class name, besides the workbook */
    private readonly services: Record<string, () => Entity>,
  ) {}

  /** Every tracked range, to be moved when cells move. */
  *trackedRanges(): Iterable<RangeTarget> {
    for (const { type, target } of this.references.all()) if (type.name === "Range") yield target as RangeTarget;
  }

  clear(): void {
    this.references.clear();
  }

  /** The ids of what is tracked: for tests that look for leaks. */
  get trackedCount(): number {
    return this.references.size;
  }

  /**
   * Runs the actions in order up to the first failure; what ran before it stays.
   * @param before told of each action before it is done; what it throws fails that action
   */
  run(request: RequestBody, before: (index: number, name: string) => void = () => {}): ResponseBody {
    const run = new Run(request, this.context, this.root, this.services, this.references);
    return run.all(before);
  }
}

class Run {
  private readonly resolved = new Map<number, Entity | null>();
  private location = "";

  constructor(
    private readonly request: RequestBody,
    private readonly context: HostContext,
    private readonly root: () => Entity,
    private readonly services: Record<string, () => Entity>,
    private readonly references: References,
  ) {}

  all(before: (index: number, name: string) => void): ResponseBody {
    const response: ResponseBody = { Results: [] };
    for (const [index, action] of this.request.Actions.entries()) {
      try {
        before(index, action.Name);
        if (action.ActionType === 5) (response.TraceIds ??= []).push(action.Id);
        response.Results.push({ ActionId: action.Id, Value: this.act(action) });
      } catch (error) {
        response.Error = this.describe(error, index);
        break;
      }
    }
    return response;
  }

  private describe(error: unknown, index: number): ResultError {
    const known = error instanceof ExcelError;
    const statuses: Record<string, number> = { ItemNotFound: 404, ApiNotFound: 404, AccessDenied: 403, ItemAlreadyExists: 409 };
    return {
      Code: known ? error.code : "GeneralException",
      Message: known ? error.message : `There was an internal error while processing the request. (${(error as Error).message})`,
      Location: this.location,
      ActionIndex: index,
      HttpStatusCode: known ? (statuses[error.code] ?? 400) : 500,
    };
  }

  private act(action: ActionInfo): unknown {
    this.location = "";
    switch (action.ActionType) {
      case 1:
        return this.instantiate(action);
      case 2:
        return this.query(action);
      case 3:
        return this.callMethod(action);
      case 4:
        return this.setProperty(action);
      case 5:
        return null;
      default:
        throw excelError("ApiNotFound", `action type ${action.ActionType} is not available in this host`);
    }
  }

  private instantiate(action: ActionInfo): unknown {
    const found = this.resolve(action.ObjectPathId);
    if (!found) return null;
    const answer: Record<string, unknown> = { ...found.type.identity?.(found.target) };
    const path = this.request.ObjectPaths[action.ObjectPathId]!;
    const reference = path.ObjectPathType === 6 ? path.Name : this.references.idOf(found);
    if (reference) answer["_ReferenceId"] = reference;
    return answer;
  }

  private query(action: ActionInfo): unknown {
    const found = this.resolve(action.ObjectPathId);
    this.location = found ? `${found.type.name}.load` : "";
    return runQuery(found, action.QueryInfo ?? {}, this.context);
  }

  private callMethod(action: ActionInfo): unknown {
    const found = this.resolve(action.ObjectPathId);
    const name = camel(action.Name);
    if (name === "_KeepReference") {
      if (!found) return null;
      this.references.keep(found);
      return null;
    }
    // A method of a null object does nothing, as in Excel: getItemOrNullObject("x").delete().
    if (!found) return null;
    this.location = `${found.type.name}.${name}`;
    if (name === "_RemoveReference") {
      this.references.delete(String(action.ArgumentInfo?.Arguments?.[0]));
      return null;
    }
    const member = memberOf(found, name, this.context);
    if (member.kind !== "method") throw excelError("ApiNotFound", `${found.type.name}.${name} is no method`);
    refuse(found, name, "call", this.context);
    const args = this.argumentsOf(action.ArgumentInfo);
    this.location = `${found.type.name}.${name}`;
    const answer = member.call(found.target, args, this.context);
    return isEntity(answer) ? { ...answer.type.identity?.(answer.target) } : (answer ?? null);
  }

  private setProperty(action: ActionInfo): unknown {
    const found = this.resolve(action.ObjectPathId);
    if (!found) return null;
    const name = camel(action.Name);
    this.location = `${found.type.name}.${name}`;
    const member = memberOf(found, name, this.context);
    if (member.kind !== "value" || !member.set) throw excelError("ApiNotFound", `${found.type.name}.${name} cannot be set in this host`);
    refuse(found, name, "set", this.context);
    const [value] = this.argumentsOf(action.ArgumentInfo);
    this.location = `${found.type.name}.${name}`;
    member.set(found.target, value as never, this.context);
    return null;
  }

  private argumentsOf(info: ArgumentInfo | undefined): unknown[] {
    const values = [...(info?.Arguments ?? [])];
    info?.ReferencedObjectPathIds?.forEach((id, i) => {
      if (typeof id === "number" && id !== 0) values[i] = this.resolve(id);
      else if (Array.isArray(id)) values[i] = id.map((one: number, k) => (one ? this.resolve(one) : (values[i] as unknown[])[k]));
    });
    return values;
  }

  private resolve(id: number): Entity | null {
    const known = this.resolved.get(id);
    if (known !== undefined) return known;
    const path = this.request.ObjectPaths[id];
    if (!path) throw excelError("InvalidObjectPath", `no object path ${id}`);
    const found = this.follow(path);
    this.resolved.set(id, found);
    return found;
  }

  private follow(path: ObjectPathInfo): Entity | null {
    switch (path.ObjectPathType) {
      case 1:
        return this.root();
      case 2: {
        const service = this.services[path.Name];
        if (service) return service();
        this.location = path.Name;
        throw excelError("ApiNotFound", `${path.Name} is not available in this host`);
      }
      case 6: {
        const kept = this.references.get(path.Name);
        if (!kept || (kept.target as RangeTarget).lost) throw excelError("InvalidReference", "the object the add-in kept is gone");
        return kept;
      }
      default:
        break;
    }
    const parent = this.resolve(path.ParentObjectPathId ?? 0);
    if (!parent) return null;
    const args = this.argumentsOf(path.ArgumentInfo);
    if (path.ObjectPathType === 5) return this.item(parent, args[0], true);
    const name = camel(path.Name);
    this.location = `${parent.type.name}.${name}`;
    if (path.ObjectPathType === 3 && (name === "getItem" || name === "getItemOrNullObject") && parent.type.find) {
      return this.item(parent, args[0], name === "getItem");
    }
    const member = memberOf(parent, name, this.context);
    refuse(parent, name, path.ObjectPathType === 3 ? "call" : "get", this.context);
    if (path.ObjectPathType === 4 && member.kind === "object") return member.get(parent.target, this.context);
    if (path.ObjectPathType === 3 && member.kind === "method") {
      const answer = member.call(parent.target, args, this.context);
      this.location = `${parent.type.name}.${name}`;
      if (answer === null || answer === undefined) return null;
      if (isEntity(answer)) {
        checkRange(answer, name, args, this.context);
        return answer;
      }
    }
    throw excelError("ApiNotFound", `${parent.type.name}.${name} does not lead to an object in this host`);
  }

  private item(parent: Entity, key: unknown, required: boolean): Entity | null {
    this.location = `${parent.type.name}.${required ? "getItem" : "getItemOrNullObject"}`;
    if (!parent.type.find) throw excelError("ApiNotFound", `${parent.type.name}.getItem is not available in this host`);
    if (key === null || key === undefined || key === "") throw excelError("InvalidArgument", "key");
    refuse(parent, "getItem", "get", this.context);
    const found = parent.type.find(parent.target, key as never, this.context);
    if (!found && required) throw excelError("ItemNotFound");
    return found;
  }
}

/** True for requests that only give back references, or speak to other services than the workbook. */
export function isHousekeeping(request: RequestBody): boolean {
  const paths = Object.values(request.ObjectPaths);
  if (paths.some((p) => p.ObjectPathType === 2) && !paths.some((p) => p.ObjectPathType === 1)) return true;
  const methods = request.Actions.filter((a) => a.ActionType !== 1);
  return methods.length > 0 && methods.every((a) => a.ActionType === 3 && a.Name === "_RemoveReference");
}

/** True when the request speaks to a service of Office that is not the workbook. */
export function isSilentService(request: RequestBody): boolean {
  return Object.values(request.ObjectPaths).some((p) => p.ObjectPathType === 2 && SILENT_SERVICES.has(p.Name));
}
