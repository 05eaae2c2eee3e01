/** Rich API events: what the add-in listens to, and the messages Excel sends it. */

/** Event numbers of office.js (its Excel library's GenericEventHandlers). */
export const EVENT = {
  dataChanged: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selectionChanged: 14,
  deleted: 15,
  calculated: 16,
  nameChanged: 25,
  visibilityChanged: 26,
  moved: 27,
} as const;

/** The target an event of the whole workbook is registered for. */
export const WORKBOOK_TARGET = "Workbook";

const EVENT_CATEGORY = 65536;
const ACTION_CATEGORY = 2;
const ACTION_DISPATCH = 1000;

/** One entry of a rich API message. */
export interface MessageEntry {
  messageCategory: number;
  messageType: number;
  targetId: string;
  message: string;
  id: string;
  isRemoteOverride: boolean;
}

/** Collects registrations and hands messages to whoever carries them to the add-in. */
export class EventHub {
  private readonly registered = new Map<string, number>();
  private queue: MessageEntry[] = [];
  private nextId = 1;
  private carriers = new Set<(entries: MessageEntry[]) => void>();

  /** Adds a way to the add-in; returns what takes it away. */
  connect(carrier: (entries: MessageEntry[]) => void): () => void {
    this.carriers.add(carrier);
    return () => this.carriers.delete(carrier);
  }

  register(type: number, target: string): void {
    const key = `${type}|${target}`;
    this.registered.set(key, (this.registered.get(key) ?? 0) + 1);
  }

  unregister(type: number, target: string): void {
    const key = `${type}|${target}`;
    const left = (this.registered.get(key) ?? 0) - 1;
    if (left > 0) this.registered.set(key, left);
    else this.registered.delete(key);
  }

  listens(type: number, target: string): boolean {
    return this.registered.has(`${type}|${target}`);
  }

  /** Queues an event for the listeners of a sheet and of the workbook. */
  fire(type: number, sheetId: string | undefined, message: object): void {
    for (const target of sheetId === undefined ? [WORKBOOK_TARGET] : [sheetId, WORKBOOK_TARGET]) {
      if (this.listens(type, target)) this.push(EVENT_CATEGORY, type, target, message);
    }
  }

  /** Queues an event that office.js registers without telling the host. */
  fireAlways(type: number, target: string, message: object): void {
    this.push(EVENT_CATEGORY, type, target, message);
  }

  /** Asks the add-in to run the function associated with an action. */
  dispatchAction(actionId: string, args: string): void {
    this.push(ACTION_CATEGORY, ACTION_DISPATCH, "", [actionId, args]);
  }

  private push(category: number, type: number, target: string, message: object): void {
    this.queue.push({
      messageCategory: category,
      messageType: type,
      targetId: target,
      message: JSON.stringify(message),
      id: String(this.nextId++),
      isRemoteOverride: false,
    });
  }

  /** Sends what is queued. The host calls it once the answer to the request is on its way. */
  flush(): void {
    if (this.queue.length === 0) return;
    const entries = this.queue;
    this.queue = [];
    for (const carrier of this.carriers) carrier(entries);
  }

  clear(): void {
    this.registered.clear();
    this.queue = [];
  }
}
