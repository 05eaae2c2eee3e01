/** The place of the last item that a rule holds for; -1 for none. */
export function lastIndexWhere<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  for (let index = items.length - 1; index >= 0; index--) {
    const item = items[index];
    if (item !== undefined && holds(item)) return index;
  }
  return -1;
}
