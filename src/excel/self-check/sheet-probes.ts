import { pause } from "../pause";
import { codeOf } from "../problem";
import { shown, type Probe } from "./probe";

/** What the probes keep in the workbook for a moment. */
export const SETTING = "HousingProgress.selfCheck";
export const NAMED = "HousingProgress_selfCheck";
const POINTS = 36;
/** How long an event may take, in milliseconds. */
const PATIENCE = 5000;

/** Sheets, names, settings and the printed page. */
export const SHEET_PROBES: readonly Probe[] = [
  {
    id: "sheet",
    claim: { "zh-CN": "工作表可按编号取得、改名，读得到是否显示、是否受保护", en: "A sheet is had by its id, renamed, and tells whether it is shown and protected" },
    members: ["Worksheet.id", "Worksheet.name", "Worksheet.visibility", "Worksheet.protection", "WorksheetProtection.protected", "WorksheetCollection.getItem", "WorksheetCollection.add", "WorksheetCollection.items", "Workbook.worksheets", "RequestContext.workbook"],
    expected: shown([true, "Visible", false]),
    async ask({ context, sheet }) {
      const { worksheets } = context.workbook;
      sheet.load("id,name,visibility,protection/protected");
      worksheets.load("items/name");
      await context.sync();
      const [before, after] = [sheet.name, `${sheet.name}_`];
      worksheets.getItem(sheet.id).name = after;
      sheet.load("name");
      await context.sync();
      const renamed = sheet.name === after;
      sheet.name = before;
      await context.sync();
      return shown([renamed && worksheets.items.some(({ name }) => name === before), sheet.visibility, sheet.protection.protected]);
    },
  },
  {
    id: "sheet-view",
    claim: { "zh-CN": "标签颜色、网格线、冻结窗格可设", en: "Tab colour, grid lines and frozen panes are set" },
    members: ["Worksheet.tabColor", "Worksheet.showGridlines", "Worksheet.freezePanes", "WorksheetFreezePanes.freezeAt", "WorksheetFreezePanes.freezeRows", "WorksheetFreezePanes.unfreeze"],
    expected: shown(["#0F6CBD", false]),
    async ask({ context, sheet }) {
      sheet.tabColor = "#0F6CBD";
      sheet.showGridlines = false;
      sheet.freezePanes.freezeAt(sheet.getRange("A1:B2"));
      sheet.freezePanes.freezeRows(1);
      sheet.freezePanes.unfreeze();
      sheet.load("tabColor,showGridlines");
      await context.sync();
      return shown([sheet.tabColor.toUpperCase(), sheet.showGridlines]);
    },
  },
  {
    id: "sheet-delete",
    claim: { "zh-CN": "工作表可删除", en: "A sheet is deleted" },
    members: ["Worksheet.delete", "WorksheetCollection.getItemOrNullObject"],
    expected: "ItemNotFound",
    async ask({ context, sheet }) {
      const { worksheets } = context.workbook;
      sheet.load("name");
      await context.sync();
      const name = `${sheet.name}2`;
      worksheets.add(name).delete();
      const gone = worksheets.getItemOrNullObject(name);
      await context.sync();
      if (!gone.isNullObject) return "still there";
      worksheets.getItem(name).load("name");
      return context.sync().then(() => "still there", codeOf);
    },
  },
  {
    id: "name-taken",
    claim: { "zh-CN": "同名的工作表不能再加", en: "A sheet's name cannot be taken twice" },
    members: ["WorksheetCollection.add"],
    expected: "ItemAlreadyExists",
    async ask({ context, sheet }) {
      sheet.load("name");
      await context.sync();
      context.workbook.worksheets.add(sheet.name);
      return context.sync().then(() => "added", codeOf);
    },
  },
  {
    id: "batch-stops",
    claim: { "zh-CN": "一批操作停在第一个失败处，之前的已经生效", en: "A batch stops at its first failure; what came before stays" },
    members: ["ClientRequestContext.sync"],
    expected: shown(["ItemNotFound", "前", ""]),
    async ask({ context, sheet, row, block }) {
      block(1, 1).values = [["前"]];
      context.workbook.worksheets.getItem(`${SETTING}.none`).getRange("A1").values = [["中"]];
      sheet.getCell(row, 1).values = [["后"]];
      const code = await context.sync().then(() => "done", codeOf);
      const cells = block(1, 2);
      cells.load("values");
      await context.sync();
      return shown([code, ...(cells.values[0] ?? [])]);
    },
  },
  {
    id: "names",
    claim: { "zh-CN": "隐藏的名称指向单元格，可改、可删", en: "A hidden name points to a cell, is changed and deleted" },
    members: ["Workbook.names", "NamedItemCollection.add", "NamedItemCollection.getItem", "NamedItemCollection.items", "NamedItem.name", "NamedItem.formula", "NamedItem.visible", "NamedItem.delete"],
    expected: shown([true, false, true, 0]),
    async ask({ context, sheet, row, block }) {
      const { names } = context.workbook;
      const item = names.add(NAMED, block(1, 1));
      item.visible = false;
      item.load("formula,visible");
      sheet.load("name");
      await context.sync();
      const points = item.formula === `='${sheet.name}'!$A$${row + 1}`;
      const { visible } = item;
      names.getItem(NAMED).formula = `='${sheet.name}'!$B$1`;
      item.load("formula");
      await context.sync();
      const changed = item.formula === `='${sheet.name}'!$B$1`;
      names.getItem(NAMED).delete();
      names.load("items/name");
      await context.sync();
      return shown([points, visible, changed, names.items.filter(({ name }) => name === NAMED).length]);
    },
  },
  {
    id: "settings",
    claim: { "zh-CN": "工作簿里的设置写得进、读得出、删得掉", en: "Settings of the workbook are kept, read and deleted" },
    members: ["Workbook.settings", "SettingCollection.add", "SettingCollection.getItem", "SettingCollection.getItemOrNullObject", "Setting.value", "Setting.delete"],
    expected: shown(["设置", true]),
    async ask({ context }) {
      const { settings } = context.workbook;
      settings.add(SETTING, "设置");
      const kept = settings.getItemOrNullObject(SETTING);
      kept.load("value");
      await context.sync();
      settings.getItem(SETTING).delete();
      const gone = settings.getItemOrNullObject(SETTING);
      gone.load("value");
      await context.sync();
      return shown([kept.value, gone.isNullObject]);
    },
  },
  {
    id: "date-system",
    claim: { "zh-CN": "DATE(2000,1,1) 说明日期系统", en: "DATE(2000,1,1) tells the date system" },
    members: ["Workbook.functions", "Functions.date", "FunctionResult.value"],
    expected: "36526 / 35064",
    async ask({ context }) {
      const day = context.workbook.functions.date(2000, 1, 1);
      day.load("value");
      await context.sync();
      return [36_526, 35_064].includes(day.value) ? "36526 / 35064" : shown(day.value);
    },
  },
  {
    id: "workbook-name",
    claim: { "zh-CN": "读得到工作簿的文件名", en: "The workbook's file name is told" },
    members: ["Workbook.name"],
    expected: shown(true),
    async ask({ context }) {
      context.workbook.load("name");
      await context.sync();
      return shown(context.workbook.name !== "");
    },
  },
  {
    id: "changes",
    claim: { "zh-CN": "单元格改动时得到通知", en: "A change of cells is told" },
    members: ["WorksheetCollection.onChanged", "WorksheetChangedEventArgs.worksheetId", "WorksheetChangedEventArgs.triggerSource", "EventHandlers.add", "EventHandlerResult.remove"],
    expected: "told",
    async ask({ context, sheet, block }) {
      sheet.load("id");
      await context.sync();
      let tell = (_: string) => {};
      const told = new Promise<string>((resolve) => (tell = resolve));
      const handler = context.workbook.worksheets.onChanged.add(({ worksheetId, triggerSource }) => {
        // Told from ExcelApi 1.14 on.
        const isOwn = ([undefined, "ThisLocalAddin"] as unknown[]).includes(triggerSource);
        if (worksheetId === sheet.id) tell(isOwn ? "told" : String(triggerSource));
        return Promise.resolve();
      });
      await context.sync();
      block(1, 1).values = [[1]];
      await context.sync();
      const answer = await Promise.race([told, pause(PATIENCE).then(() => "no event")]);
      handler.remove();
      await context.sync();
      return answer;
    },
  },
  {
    id: "selection",
    claim: { "zh-CN": "可转到某个单元格，选中的区域读得到", en: "A cell is gone to, and the selection told" },
    members: ["Worksheet.activate", "Range.select", "Workbook.getSelectedRange"],
    expected: shown([0, 0, 2]),
    async ask({ context, sheet, row, block }) {
      sheet.activate();
      block(2, 2).select();
      await context.sync();
      const selected = context.workbook.getSelectedRange();
      selected.load("rowIndex,columnIndex,rowCount");
      await context.sync();
      return shown([selected.rowIndex - row, selected.columnIndex, selected.rowCount]);
    },
  },
  {
    id: "page",
    claim: { "zh-CN": "纸张、方向、边距、居中、起始页码可设", en: "Paper, orientation, margins, centring and first page number are set" },
    members: ["Worksheet.pageLayout", "PageLayout.orientation", "PageLayout.paperSize", "PageLayout.topMargin", "PageLayout.bottomMargin", "PageLayout.leftMargin", "PageLayout.rightMargin", "PageLayout.headerMargin", "PageLayout.footerMargin", "PageLayout.centerHorizontally", "PageLayout.firstPageNumber"],
    expected: shown(["Landscape", "A4", POINTS, POINTS, POINTS, POINTS, POINTS, POINTS, true, 1]),
    async ask({ context, sheet }) {
      const { pageLayout: page } = sheet;
      page.orientation = Excel.PageOrientation.landscape;
      page.paperSize = Excel.PaperType.a4;
      page.topMargin = page.bottomMargin = page.leftMargin = page.rightMargin = page.headerMargin = page.footerMargin = POINTS;
      page.centerHorizontally = true;
      page.firstPageNumber = 1;
      page.load("orientation,paperSize,topMargin,bottomMargin,leftMargin,rightMargin,headerMargin,footerMargin,centerHorizontally,firstPageNumber");
      await context.sync();
      const margins = [page.topMargin, page.bottomMargin, page.leftMargin, page.rightMargin, page.headerMargin, page.footerMargin];
      return shown([page.orientation, String(page.paperSize).toUpperCase(), ...margins.map(Math.round), page.centerHorizontally, page.firstPageNumber]);
    },
  },
  {
    id: "page-titles",
    claim: { "zh-CN": "打印区域、每页重复的整行整列可设", en: "Print area and whole repeated rows and columns are set" },
    members: ["PageLayout.setPrintArea", "PageLayout.setPrintTitleRows", "PageLayout.setPrintTitleColumns"],
    expected: "set",
    async ask({ context, sheet }) {
      const { pageLayout: page } = sheet;
      page.setPrintArea(sheet.getRange("A1:F20"));
      page.setPrintTitleRows(sheet.getRange("1:2"));
      page.setPrintTitleColumns(sheet.getRange("A:B"));
      await context.sync();
      return "set";
    },
  },
  {
    id: "page-fit",
    claim: { "zh-CN": "设为一页宽后读得回来，也可设缩放比例", en: "One page wide reads back; so does a scale" },
    members: ["PageLayout.zoom", "PageLayoutZoomOptions.horizontalFitToPages"],
    expected: shown([1, 70]),
    async ask({ context, sheet }) {
      const { pageLayout: page } = sheet;
      page.zoom = { horizontalFitToPages: 1 };
      page.load("zoom");
      await context.sync();
      const wide = page.zoom.horizontalFitToPages ?? null;
      page.zoom = { scale: 70 };
      page.load("zoom");
      await context.sync();
      return shown([wide, page.zoom.scale]);
    },
  },
  {
    id: "page-breaks",
    claim: { "zh-CN": "分页符可加、可全部去掉", en: "Page breaks are added and taken away" },
    members: ["Worksheet.horizontalPageBreaks", "Worksheet.verticalPageBreaks", "PageBreakCollection.add", "PageBreakCollection.removePageBreaks"],
    expected: "done",
    async ask({ context, sheet }) {
      sheet.horizontalPageBreaks.add(sheet.getRange("A11"));
      sheet.verticalPageBreaks.add(sheet.getRange("D1"));
      sheet.horizontalPageBreaks.removePageBreaks();
      sheet.verticalPageBreaks.removePageBreaks();
      await context.sync();
      return "done";
    },
  },
  {
    id: "page-footer",
    claim: { "zh-CN": "页脚写得进、读得出", en: "The footer reads back" },
    members: ["PageLayout.headersFooters", "HeaderFooterGroup.defaultForAllPages", "HeaderFooter.centerFooter"],
    expected: shown("第 &P 页"),
    async ask({ context, sheet }) {
      const footer = sheet.pageLayout.headersFooters.defaultForAllPages;
      footer.centerFooter = "第 &P 页";
      footer.load("centerFooter");
      await context.sync();
      return shown(footer.centerFooter);
    },
  },
];
