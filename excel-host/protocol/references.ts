import type { Entity } from "./define";

/** The objects that an add-in keeps between requests, by the ids that it knows them by and by themselves. */
export class References {
  private readonly kept = new Map<string, Entity>();
  /** ids by object; one object may be kept as of several classes */
  private readonly ids = new Map<unknown, string[]>();
  private next = 1;

  get size(): number {
    return this.kept.size;
  }

  get(id: string): Entity | undefined {
    return this.kept.get(id);
  }

  all(): Iterable<Entity> {
    return this.kept.values();
  }

  /** The id of an object that is kept. */
  idOf({ type, target }: Entity): string | undefined {
    return this.ids.get(target)?.find((id) => this.kept.get(id)?.type === type);
  }

  /** Keeps an object, unless it is kept already. */
  keep(entity: Entity): void {
    if (this.idOf(entity) !== undefined) return;
    const id = `{${this.next++}}`;
    this.kept.set(id, entity);
    this.ids.set(entity.target, [...(this.ids.get(entity.target) ?? []), id]);
  }

  delete(id: string): void {
    const target = this.kept.get(id)?.target;
    if (!this.kept.delete(id)) return;
    const left = this.ids.get(target)?.filter((other) => other !== id) ?? [];
    if (left.length > 0) this.ids.set(target, left);
    else this.ids.delete(target);
  }

  clear(): void {
    this.kept.clear();
    this.ids.clear();
  }
}
