/** What a workbook keeps of ours, as it is written there: texts of JSON by key. */
export function keptSettings(): Promise<Record<string, string>> {
  return Excel.run(async (context) => {
    const { workbook } = context;
    workbook.settings.load("items/key,items/value");
    await context.sync();
    return Object.fromEntries(workbook.settings.items.map(({ key, value }) => [key, String(value)]));
  });
}

/** Keeps something under a key, as another hand might. */
export function spoilSetting(key: string, value: unknown): Promise<void> {
  return Excel.run(async (context) => {
    context.workbook.settings.add(key, value);
    await context.sync();
  });
}
