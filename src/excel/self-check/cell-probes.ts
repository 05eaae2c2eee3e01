/* eslint-disable office-addins/load-object-before-read -- what methods answer (ClientResult) needs no load */
import { shown, type Probe } from "./probe";

const LONG = 9000;
const THIN = 12;

/** What cells hold, how they look, and what becomes of them when they are cleared, merged or copied. */
export const CELL_PROBES: readonly Probe[] = [
  {
    id: "formula",
    claim: { "zh-CN": "写入公式后能读到结果", en: "A formula that is written gives its result" },
    members: ["Range.formulas", "Range.values", "Worksheet.getRangeByIndexes"],
    expected: shown([["=1+1"], [2]]),
    async ask({ context, block }) {
      const cell = block(1, 1);
      cell.formulas = [["=1+1"]];
      cell.load("formulas,values");
      await context.sync();
      return shown([cell.formulas[0], cell.values[0]]);
    },
  },
  {
    id: "text-that-looks-like-a-formula",
    claim: { "zh-CN": "带撇号写入的“=1+1”是文字，读出时不带撇号", en: "“=1+1” written with an apostrophe is text, told without it" },
    members: ["Range.formulas", "Range.values"],
    expected: shown([["=1+1"], ["=1+1"]]),
    async ask({ context, block }) {
      const cell = block(1, 1);
      cell.formulas = [["'=1+1"]];
      cell.load("formulas,values");
      await context.sync();
      return shown([cell.formulas[0], cell.values[0]]);
    },
  },
  {
    id: "long-text",
    claim: { "zh-CN": "9000 字的文字能作为值写入", en: "A text of 9,000 signs is taken as a value" },
    members: ["Range.values"],
    expected: shown(LONG),
    async ask({ context, block }) {
      const cell = block(1, 1);
      cell.values = [["字".repeat(LONG)]];
      cell.load("values");
      await context.sync();
      return shown(String(cell.values[0]?.[0]).length);
    },
  },
  {
    id: "number-format",
    claim: { "zh-CN": "一个数字格式填满整块单元格，空值不改", en: "One number format fills a block; null leaves a cell" },
    members: ["Range.numberFormat"],
    expected: shown([["0.00%", "0"]]),
    async ask({ context, block }) {
      const cells = block(1, 2);
      cells.numberFormat = "0.00%" as unknown as string[][];
      cells.numberFormat = [[null, "0"]];
      cells.load("numberFormat");
      await context.sync();
      return shown(cells.numberFormat);
    },
  },
  {
    id: "text-in-a-narrow-column",
    claim: { "zh-CN": "窄列里数字的显示文字是 ####", en: "The text of a number in a narrow column is ####" },
    members: ["Range.text"],
    expected: "####",
    async ask({ context, sheet, row }) {
      const cell = sheet.getCell(row, 30);
      cell.numberFormat = [["0"]];
      cell.values = [[1234567]];
      cell.format.columnWidth = THIN;
      cell.load("text");
      await context.sync();
      return /^#+$/.test(cell.text[0]?.[0] ?? "") ? "####" : "1234567";
    },
  },
  {
    id: "used-cells-of-whole-rows",
    claim: { "zh-CN": "整行里的已用区域能读到行列数", en: "The used cells of whole rows can be had" },
    members: ["Worksheet.getRange", "Range.getUsedRangeOrNullObject", "Range.rowIndex", "Range.columnIndex", "Range.rowCount", "Range.columnCount", "ClientObject.isNullObject"],
    expected: shown([0, 0, 2, 3, true]),
    async ask({ context, sheet, row, block }) {
      block(2, 3).values = [["a", 1, 2], ["b", 3, 4]];
      const used = sheet.getRange(`${row + 1}:${row + 5}`).getUsedRangeOrNullObject(true);
      const none = sheet.getRange(`${row + 6}:${row + 8}`).getUsedRangeOrNullObject(true);
      used.load("rowIndex,columnIndex,rowCount,columnCount");
      none.load("rowCount");
      await context.sync();
      return shown([used.rowIndex - row, used.columnIndex, used.rowCount, used.columnCount, none.isNullObject]);
    },
  },
  {
    id: "parts-of-ranges",
    claim: { "zh-CN": "由区域得到别的区域：扩大、相交、整列、外接", en: "Ranges made of ranges: resized, intersected, whole columns, bounding" },
    members: ["Range.getCell", "Range.getResizedRange", "Range.getIntersection", "Range.getEntireColumn", "Range.getBoundingRect", "Range.isEntireRow", "Range.columnCount", "Worksheet.getCell", "Range.worksheet", "Worksheet.getUsedRange", "Worksheet.getUsedRangeOrNullObject"],
    expected: shown([3, 2, false, true, true]),
    async ask({ context, sheet, row, block }) {
      const cells = block(2, 2).getCell(0, 0).getResizedRange(2, 5).getIntersection(block(1, 2).getEntireColumn());
      cells.load("rowCount,columnCount,isEntireRow,worksheet/name");
      const all = sheet.getUsedRange().getBoundingRect(sheet.getCell(row, 0));
      all.load("rowCount");
      const used = sheet.getUsedRangeOrNullObject(true);
      used.load("rowCount");
      sheet.load("name");
      await context.sync();
      return shown([cells.rowCount, cells.columnCount, cells.isEntireRow, cells.worksheet.name === sheet.name, all.rowCount >= used.rowCount]);
    },
  },
  {
    id: "merge",
    claim: { "zh-CN": "合并后能读到合并区域，取消合并后没有", en: "Merged areas are told, and gone once unmerged" },
    members: ["Range.merge", "Range.unmerge", "Range.getMergedAreasOrNullObject", "RangeAreas.areas", "RangeCollection.items"],
    since: "1.13",
    expected: shown([1, 2, true]),
    async ask({ context, block }) {
      const cells = block(2, 3);
      block(1, 2).merge(false);
      const merged = cells.getMergedAreasOrNullObject();
      merged.load("areas/items/columnCount");
      await context.sync();
      block(1, 2).unmerge();
      const none = cells.getMergedAreasOrNullObject();
      none.load("address");
      await context.sync();
      return shown([merged.areas.items.length, merged.areas.items[0]?.columnCount, none.isNullObject]);
    },
  },
  {
    id: "cell-looks",
    claim: { "zh-CN": "字体、底色、对齐、换行写入后读得回来", en: "Font, fill, alignment and wrapping read back as set" },
    members: ["Range.format", "RangeFormat.font", "RangeFormat.fill", "RangeFormat.horizontalAlignment", "RangeFormat.verticalAlignment", "RangeFormat.wrapText", "RangeFont.name", "RangeFont.size", "RangeFont.bold", "RangeFont.color", "RangeFill.color"],
    expected: shown(["宋体", 14, true, "#FF0000", "#FFFF00", "Center", "Top", true]),
    async ask({ context, block }) {
      const cell = block(1, 1);
      const { format } = cell;
      Object.assign(format.font, { name: "宋体", size: 14, bold: true, color: "#FF0000" });
      format.fill.color = "#FFFF00";
      format.horizontalAlignment = Excel.HorizontalAlignment.center;
      format.verticalAlignment = Excel.VerticalAlignment.top;
      format.wrapText = true;
      cell.load("format/font/name,format/font/size,format/font/bold,format/font/color,format/fill/color,format/horizontalAlignment,format/verticalAlignment,format/wrapText");
      await context.sync();
      const { font, fill, horizontalAlignment, verticalAlignment, wrapText } = cell.format;
      return shown([font.name, font.size, font.bold, font.color, fill.color, horizontalAlignment, verticalAlignment, wrapText]);
    },
  },
  {
    id: "fill-clear",
    claim: { "zh-CN": "清除底色后读到白色", en: "A fill that is cleared is told as white" },
    members: ["RangeFill.clear"],
    expected: shown("#FFFFFF"),
    async ask({ context, block }) {
      const cell = block(1, 1);
      cell.format.fill.color = "#FFFF00";
      cell.format.fill.clear();
      cell.load("format/fill/color");
      await context.sync();
      return shown(cell.format.fill.color);
    },
  },
  {
    id: "borders",
    claim: { "zh-CN": "边框按位置画出", en: "Borders are drawn by their place" },
    members: ["RangeFormat.borders", "RangeBorderCollection.getItem", "RangeBorder.style", "RangeBorder.weight"],
    expected: shown(["Continuous", "Thin"]),
    async ask({ context, block }) {
      const border = block(2, 2).format.borders.getItem(Excel.BorderIndex.edgeTop);
      border.style = Excel.BorderLineStyle.continuous;
      border.weight = Excel.BorderWeight.thin;
      border.load("style,weight");
      await context.sync();
      return shown([border.style, border.weight]);
    },
  },
  {
    id: "cell-properties",
    claim: { "zh-CN": "成块读写单元格格式", en: "Looks of a block of cells are read and set at once" },
    members: ["Range.getCellProperties", "Range.setCellProperties", "SettableCellProperties.format", "CellPropertiesFormat.fill", "CellPropertiesFill.color", "CellPropertiesFormat.borders", "CellBorder.style"],
    expected: shown(["#00FF00", "Continuous"]),
    async ask({ context, block }) {
      const cells = block(1, 2);
      cells.setCellProperties([[{ format: { fill: { color: "#00FF00" }, borders: { top: { style: Excel.BorderLineStyle.continuous } } } }, {}]]);
      const told = cells.getCellProperties({ format: { fill: { color: true }, borders: { style: true } } });
      await context.sync();
      const format = told.value[0]?.[0]?.format;
      return shown([format?.fill?.color, format?.borders?.top?.style]);
    },
  },
  {
    id: "row-heights",
    claim: { "zh-CN": "行高可设，可恢复标准行高，隐藏行读得出", en: "Row heights are set, given back to the sheet, and hidden rows told" },
    members: ["RangeFormat.rowHeight", "RangeFormat.useStandardHeight", "Range.getRowProperties", "Range.rowHidden", "Worksheet.standardHeight", "RowProperties.rowIndex", "SettableRowProperties.format", "SettableRowProperties.rowHidden"],
    expected: shown([33, true, false]),
    async ask({ context, sheet, row, block }) {
      block(1, 1).format.rowHeight = 33;
      const standard = sheet.getCell(row + 1, 0);
      standard.format.rowHeight = 44;
      standard.format.useStandardHeight = true;
      const rows = block(2, 1).getRowProperties({ rowIndex: true, rowHidden: true, format: { rowHeight: true } });
      const cells = block(2, 1);
      cells.load("rowHidden");
      sheet.load("standardHeight");
      await context.sync();
      return shown([rows.value[0]?.format?.rowHeight, rows.value[1]?.format?.rowHeight === sheet.standardHeight, cells.rowHidden]);
    },
  },
  {
    id: "column-widths",
    claim: { "zh-CN": "列宽以磅计，可恢复标准列宽，隐藏列读得出", en: "Column widths are points and given back to the sheet, and hidden columns are told" },
    members: ["RangeFormat.columnWidth", "RangeFormat.useStandardWidth", "Range.columnHidden", "Range.getColumnProperties", "SettableColumnProperties.columnHidden", "SettableColumnProperties.format"],
    expected: shown([60, true, true]),
    async ask({ context, sheet, row }) {
      sheet.getRangeByIndexes(row, 31, 1, 1).format.columnWidth = 60;
      sheet.getRangeByIndexes(row, 32, 1, 1).columnHidden = true;
      const standard = sheet.getRangeByIndexes(row, 33, 1, 1);
      standard.format.columnWidth = 60;
      standard.format.useStandardWidth = true;
      standard.load("format/useStandardWidth");
      const columns = sheet.getRangeByIndexes(row, 31, 1, 2).getColumnProperties({ columnHidden: true, format: { columnWidth: true } });
      await context.sync();
      return shown([Math.round(columns.value[0]?.format?.columnWidth ?? 0), columns.value[1]?.columnHidden, standard.format.useStandardWidth]);
    },
  },
  {
    id: "hint",
    claim: { "zh-CN": "选中单元格时的提示写得进、读得出", en: "The hint of a cell reads back" },
    members: ["Range.dataValidation", "DataValidation.prompt"],
    expected: shown(["来源", "第 3 行"]),
    async ask({ context, block }) {
      const { dataValidation } = block(1, 1);
      dataValidation.prompt = { showPrompt: true, title: "来源", message: "第 3 行" };
      dataValidation.load("prompt");
      await context.sync();
      return shown([dataValidation.prompt.title, dataValidation.prompt.message]);
    },
  },
  {
    id: "clear-contents",
    claim: { "zh-CN": "只清内容时，条件格式和提示都在", en: "Clearing contents leaves conditional formats and hints" },
    members: ["Range.clear"],
    expected: shown(["", 1, "来源"]),
    async ask({ context, block }) {
      const cell = block(1, 1);
      cell.values = [[1]];
      cell.conditionalFormats.add(Excel.ConditionalFormatType.custom).custom.rule.formula = "=TRUE";
      cell.dataValidation.prompt = { showPrompt: true, title: "来源", message: "第 3 行" };
      cell.clear(Excel.ClearApplyTo.contents);
      cell.load("values");
      const count = cell.conditionalFormats.getCount();
      cell.dataValidation.load("prompt");
      await context.sync();
      return shown([cell.values[0]?.[0], count.value, cell.dataValidation.prompt.title]);
    },
  },
  {
    id: "copy",
    claim: { "zh-CN": "复制带上值、格式、条件格式和提示", en: "A copy brings values, looks, conditional formats and hints" },
    members: ["Range.copyFrom"],
    expected: shown([1, "#FFFF00", 1, "来源"]),
    async ask({ context, sheet, row, block }) {
      const cell = block(1, 1);
      cell.values = [[1]];
      cell.format.fill.color = "#FFFF00";
      cell.conditionalFormats.add(Excel.ConditionalFormatType.custom).custom.rule.formula = "=FALSE";
      cell.dataValidation.prompt = { showPrompt: true, title: "来源", message: "第 3 行" };
      const copy = sheet.getCell(row + 2, 2);
      copy.copyFrom(cell);
      copy.load("values,format/fill/color");
      const count = copy.conditionalFormats.getCount();
      copy.dataValidation.load("prompt");
      await context.sync();
      return shown([copy.values[0]?.[0], copy.format.fill.color, count.value, copy.dataValidation.prompt.title]);
    },
  },
  {
    id: "formulas-copied-down",
    claim: { "zh-CN": "只复制公式时，一行填满下面各行，行号随行改变，格式不动", en: "One row's formulas copied fill the rows below, each with its own row, and leave looks as they are" },
    members: ["Range.copyFrom"],
    expected: shown([[[7, 8], [5, 6]], "0.00"]),
    async ask({ context, sheet, row, block }) {
      block(1, 2).formulas = [[5, `=A${row + 1}+1`]];
      const below = sheet.getRangeByIndexes(row + 1, 0, 2, 2);
      below.numberFormat = "0.00" as unknown as string[][];
      below.copyFrom(`A${row + 1}:B${row + 1}`, Excel.RangeCopyType.formulas);
      sheet.getCell(row + 1, 0).values = [[7]];
      below.load("values,numberFormat");
      await context.sync();
      return shown([below.values, below.numberFormat[1]?.[1]]);
    },
  },
];
