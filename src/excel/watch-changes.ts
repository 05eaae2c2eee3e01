/** Ends the watching. */
export type StopWatching = () => Promise<void>;

/**
 * Tells of changes to cells by anyone but this add-in: the user, a co-author, another add-in.
 * What the add-in writes itself is known by the event's trigger (ExcelApi 1.14); where Excel does not tell it,
 * the caller has to know what it has just written.
 * @param changed called with the id of the sheet that was changed
 */
export async function watchChanges(changed: (sheetId: string) => void): Promise<StopWatching> {
  const handler = await Excel.run(async (context) => {
    const added = context.workbook.worksheets.onChanged.add((event) => {
      if (event.triggerSource !== "ThisLocalAddin") changed(event.worksheetId);
      return Promise.resolve();
    });
    await context.sync();
    return added;
  });
  return () =>
    Excel.run(handler.context, async (context) => {
      handler.remove();
      await context.sync();
    });
}
