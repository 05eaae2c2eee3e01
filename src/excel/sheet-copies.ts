/** Queues that a sheet holds nothing: no cell, no merge, no rule. */
export function emptySheet(sheet: Excel.Worksheet): void {
  const everything = sheet.getRange();
  everything.unmerge();
  everything.conditionalFormats.clearAll();
  everything.clear();
}

/** Queues that a sheet's cells are copied to another, each to its own place. */
export function copySheet(from: Excel.Worksheet, to: Excel.Worksheet): void {
  to.getRange("A1").copyFrom(from.getUsedRange().getBoundingRect(from.getRange("A1")));
}
