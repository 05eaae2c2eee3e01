import { Calculator } from "./calculate";
import { SheetCharts } from "./charts/sheetCharts";
import { parseRect, rectName, splitSheet, quoteSheet } from "./address";
import { CustomProperties, CustomXmlParts, DocumentProperties } from "./documentParts";
import { STRICT_MAIN } from "./dialect";
import { WorkbookError, excelError } from "./errors";
import { macrosOf, setFileKind, type FileKind } from "./fileKind";
import { stripPrefixes } from "./futureFunctions";
import { relateHyperlinks } from "./hyperlinks";
import { saveCustomProperties } from "./sheetProperties";
import { Package, samePart, workbookPart, type Relationship } from "./package";
import { dropSheetInFormula, renameInFormula, type StructureEdit, adjustFormula, moveRect } from "./references";
import type { Changes } from "./precedents";
import { SettingsPart } from "./settings";
import { SharedStrings } from "./sharedStrings";
import { Sheet, type Visibility } from "./sheet";
import type { StoredFormula } from "./cells";
import { rewriteFormula, storedText } from "./storedFormula";
import { Styles, blankStyles } from "./styles";
import { readTables, type TableInfo } from "./tables";
import { Theme } from "./theme";
import type { Rect } from "./types";
import { child, childElements, element, flag, sameXml, textOf, type XmlNode } from "./xml";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";

/** A sheet of the file that has no cells here (a chart, old macros): kept in its place among the tabs. */
export interface OtherSheet {
  node: XmlNode;
  /** the worksheet it stands behind; undefined: it stands before all */
  after: Sheet | undefined;
}

/** A defined name. */
export interface DefinedName {
  name: string;
  /** without "=" */
  formula: string;
  /** the sheet it belongs to; undefined: the workbook */
  sheet?: Sheet;
  /** the sheet without cells that it belongs to */
  other?: OtherSheet;
  hidden: boolean;
  /** how the file says whether it is hidden */
  filedHidden?: string | undefined;
  comment: string;
  /** how the file spells the formula */
  stored?: Pick<StoredFormula, "shown" | "text">;
  /** further attributes, carried along */
  extra: Record<string, string>;
}

/** A workbook: sheets, names, styles, and every other part of its file kept as it came. */
export class Workbook {
  sheets: Sheet[] = [];
  names: DefinedName[] = [];
  activeSheet!: Sheet;
  selection: Rect = { top: 0, left: 0, bottom: 0, right: 0 };
  /** "Automatic", "AutomaticExceptTables", "Manual" */
  calculationMode = "Automatic";
  readonly calculator: Calculator;
  readonly styles: Styles;
  private readonly hasStyles: boolean;
  readonly strings: SharedStrings;
  readonly theme: Theme;
  readonly date1904: boolean;
  readonly settings: SettingsPart;
  readonly customXml: CustomXmlParts;
  readonly properties: DocumentProperties;
  readonly customProperties: CustomProperties;
  private readonly sheetNodes = new WeakMap<Sheet, XmlNode>();
  private readonly tableCache = new WeakMap<Sheet, TableInfo[]>();
  private readonly chartCache = new WeakMap<Sheet, SheetCharts>();
  /** chart and macro sheets, which have no cells here, each behind a worksheet or at the front */
  private others: OtherSheet[] = [];
  /** the one of them that was in front when the file was opened */
  private otherInFront: OtherSheet | undefined;
  private nextSheetId: number;
  /** what was selected when the file was opened or last saved */
  private opened!: { sheet: Sheet; rect: Rect };
  /** the worksheet that was in front, or stands for what was, when the file was opened */
  private readonly firstActive: Sheet;
  private calculatedNow = false;
  /** something was changed since it was opened */
  isDirty = false;

  private constructor(
    readonly pkg: Package,
    private readonly part: string,
    private readonly root: XmlNode,
  ) {
    pkg.strict = root.attrs["xmlns"] === STRICT_MAIN;
    const related = (type: string): string | undefined => pkg.relationships(part).find((r) => r.type.endsWith(type))?.target;
    const stylesPart = related("/styles");
    const themePart = related("/theme");
    this.theme = new Theme(themePart ? pkg.readableXml(themePart) : undefined);
    this.hasStyles = stylesPart !== undefined && pkg.has(stylesPart);
    this.styles = new Styles((stylesPart && pkg.xml(stylesPart)) || blankStyles(), this.theme);
    const stringsPart = related("/sharedStrings");
    this.strings = new SharedStrings(stringsPart && pkg.text(stringsPart));
    this.date1904 = flag(child(root, "workbookPr"), "date1904");
    const mode = child(root, "calcPr")?.attrs["calcMode"];
    this.calculationMode = mode === "manual" ? "Manual" : mode === "autoNoTable" ? "AutomaticExceptTables" : "Automatic";
    this.readSheets();
    this.nextSheetId = Math.max(0, ...this.sheets.map((s) => s.sheetId)) + 1;
    this.readNames();
    this.settings = new SettingsPart(pkg);
    this.customXml = new CustomXmlParts(pkg, part);
    this.properties = new DocumentProperties(pkg);
    this.customProperties = new CustomProperties(pkg);
    this.calculator = new Calculator(this);
    const view = child(child(root, "bookViews"), "workbookView");
    const front = this.tabs()[Number(view?.attrs["activeTab"] ?? 0)];
    if (front && !(front instanceof Sheet)) this.otherInFront = front;
    this.activeSheet = front instanceof Sheet && front.visibility === "Visible" ? front : (this.sheets.find((s) => s.visibility === "Visible") ?? this.sheets[0]!);
    this.selection = storedSelection(this.activeSheet);
    this.opened = { sheet: this.activeSheet, rect: { ...this.selection } };
    this.firstActive = this.activeSheet;
    for (const sheet of this.sheets) this.tables(sheet);
    this.calculateAfterOpening();
    for (const sheet of this.sheets) this.charts(sheet);
  }

  /**
   * Opens an .xlsx workbook.
   * @throws WorkbookError: "empty", "encrypted", "notWorkbook", "tooLarge"
   */
  static async open(bytes: Uint8Array): Promise<Workbook> {
    const pkg = await Package.open(bytes);
    try {
      const part = workbookPart(pkg);
      if (!part) throw new WorkbookError("notWorkbook", "The file holds no workbook.");
      return new Workbook(pkg, part, pkg.xml(part)!);
    } catch (error) {
      if (error instanceof WorkbookError) throw error;
      throw new WorkbookError("notWorkbook", `The workbook is damaged and cannot be read (${(error as Error).message}).`);
    }
  }

  /** A new workbook with one empty sheet, "Sheet1". */
  static blank(): Workbook {
    const pkg = new Package();
    const part = "xl/workbook.xml";
    const root = element("workbook", { xmlns: MAIN, "xmlns:r": RELATIONS }, [
      element("bookViews", {}, [element("workbookView")]),
      element("sheets"),
    ]);
    pkg.set(part, root, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml");
    pkg.relate("", `${RELATIONS}/officeDocument`, part);
    return new Workbook(pkg, part, root);
  }

  private readSheets(): void {
    const relations = this.pkg.relationships(this.part);
    for (const node of childElements(child(this.root, "sheets"))) {
      if (node.name !== "sheet") throw new WorkbookError("notWorkbook", `<${node.name}> stands among the sheets.`);
      const relation = relations.find((r) => r.id === (node.attrs["r:id"] ?? idOf(node)));
      // A sheet that the workbook names and the file has not: its figures would be lost without a word.
      if (!relation || (!relation.external && !this.pkg.has(relation.target))) throw new WorkbookError("notWorkbook", `The sheet ${node.attrs["name"] ?? ""} is missing from the file.`);
      if (!relation.type.endsWith("/worksheet")) {
        this.others.push({ node, after: this.sheets.at(-1) });
        continue;
      }
      const state = node.attrs["state"];
      const visibility: Visibility = state === "hidden" ? "Hidden" : state === "veryHidden" ? "VeryHidden" : "Visible";
      const xml = this.pkg.text(relation.target);
      const sheet = new Sheet(Number(node.attrs["sheetId"]), node.attrs["name"] ?? "", visibility, relation.target, xml, this.strings, this.styles);
      this.sheetNodes.set(sheet, node);
      this.sheets.push(sheet);
    }
    if (this.sheets.length === 0) this.sheets.push(new Sheet(1, "Sheet1", "Visible", undefined, undefined, this.strings, this.styles));
  }

  /** All tabs in their order: worksheets and what else the file has. */
  private tabs(): (Sheet | OtherSheet)[] {
    const behind = (sheet: Sheet | undefined) => this.others.filter(({ after }) => after === sheet);
    return [...behind(undefined), ...this.sheets.flatMap((sheet) => [sheet, ...behind(sheet)])];
  }

  private readNames(): void {
    const tabs = this.tabs();
    for (const node of childElements(child(this.root, "definedNames"), "definedName")) {
      const { name = "", localSheetId, hidden, comment, ...extra } = node.attrs;
      const home = localSheetId === undefined ? undefined : tabs[Number(localSheetId)];
      const text = textOf(node);
      const shown = stripPrefixes(text);
      const entry: DefinedName = {
        name,
        formula: shown,
        stored: { shown, text },
        hidden: isOn(hidden),
        filedHidden: hidden,
        comment: comment ?? "",
        extra: extra as Record<string, string>,
      };
      if (home instanceof Sheet) entry.sheet = home;
      else if (home) entry.other = home;
      this.names.push(entry);
    }
  }

  private calculateAfterOpening(): void {
    let needed = flag(child(this.root, "calcPr"), "fullCalcOnLoad");
    for (const sheet of this.sheets) {
      for (const row of sheet.rows.values()) {
        row.cells.forEach((cell) => {
          if (cell.f === undefined) return;
          if (cell.v === null || (cell.dynamic && cell.array?.includes(":"))) needed = true;
        });
      }
    }
    if (!needed) return;
    this.clearStoredSpills();
    this.calculate();
  }

  // The values a file keeps for a spilled array's other cells would stand in the array's own way.
  private clearStoredSpills(): void {
    for (const sheet of this.sheets) {
      for (const [r, row] of [...sheet.rows]) {
        row.cells.forEach((cell, c) => {
          const rect = cell.dynamic ? parseRect(cell.array ?? "") : undefined;
          if (!rect) return;
          sheet.eachCell(rect, (other, r2, c2) => {
            if ((r2 !== r || c2 !== c) && other.f === undefined) other.v = null;
          });
        });
      }
    }
  }

  /** Works out formulas, all or those that some changes bear on; answers the sheets on which something changed. */
  calculate(changes?: Changes): Set<Sheet> {
    const changed = this.calculator.calculate(changes);
    if (changed.size > 0) this.calculatedNow = true;
    return changed;
  }

  tables(sheet: Sheet): TableInfo[] {
    let tables = this.tableCache.get(sheet);
    if (!tables) this.tableCache.set(sheet, (tables = sheet.part ? readTables(this.pkg, sheet.part) : []));
    return tables;
  }

  charts(sheet: Sheet): SheetCharts {
    let charts = this.chartCache.get(sheet);
    if (!charts) this.chartCache.set(sheet, (charts = new SheetCharts(this, sheet)));
    return charts;
  }

  /** Tables follow when cells move. */
  moveTables(sheet: Sheet, edit: StructureEdit): void {
    for (const table of this.tables(sheet)) {
      const moved = moveRect(table.rect, edit);
      if (!moved || rectName(moved) === rectName(table.rect)) continue;
      const root = this.pkg.xml(table.part);
      if (!root) continue;
      table.rect = moved;
      root.attrs["ref"] = rectName(moved);
      const filter = child(root, "autoFilter");
      const filtered = filter && parseRect(filter.attrs["ref"] ?? "");
      const next = filtered && moveRect(filtered, edit);
      if (filter && next) filter.attrs["ref"] = rectName(next);
      this.pkg.set(table.part, root);
    }
  }

  // --- sheets

  findSheet(nameOrId: string): Sheet | undefined {
    const wanted = nameOrId.toLowerCase();
    return this.sheets.find((s) => s.name.toLowerCase() === wanted || s.id.toLowerCase() === wanted);
  }

  /**
   * Checks a new sheet name against Excel's rules.
   * @throws ExcelError InvalidArgument, ItemAlreadyExists
   */
  checkSheetName(name: string, except?: Sheet): void {
    const bad =
      name.trim() === "" ||
      name.length > 31 ||
      /[[\]:*?/\\]/.test(name) ||
      name.startsWith("'") ||
      name.endsWith("'") ||
      name.toLowerCase() === "history" ||
      // eslint-disable-next-line no-control-regex
      /[\u0000-\u001f]/.test(name);
    if (bad) throw excelError("InvalidArgument", `"${name}" cannot be a sheet's name`);
    const other = this.findSheet(name);
    const chart = this.others.some(({ node }) => node.attrs["name"]?.toLowerCase() === name.toLowerCase());
    if ((other && other !== except) || chart) throw excelError("ItemAlreadyExists", name);
  }

  /** Adds an empty sheet at the end. Without a name it gets the next "SheetN". */
  addSheet(name?: string): Sheet {
    this.checkStructure();
    let free = name;
    if (free === undefined || free === "") {
      let n = this.sheets.length + 1;
      while (this.findSheet(`Sheet${n}`)) n++;
      free = `Sheet${n}`;
    }
    this.checkSheetName(free);
    const sheet = new Sheet(this.nextSheetId++, free, "Visible", undefined, undefined, this.strings, this.styles);
    const format = child(this.activeSheet.root, "sheetFormatPr");
    if (format?.attrs["defaultRowHeight"]) sheet.section("sheetFormatPr").attrs["defaultRowHeight"] = "15";
    this.sheets.push(sheet);
    return sheet;
  }

  /** Renames a sheet, and with it every reference to it. */
  renameSheet(sheet: Sheet, name: string): void {
    this.checkStructure();
    this.checkSheetName(name, sheet);
    const old = sheet.name;
    sheet.name = name;
    this.rewriteFormulas((formula) => renameInFormula(formula, old, name));
  }

  /**
   * Deletes a sheet; references to it become #REF!. The last visible sheet stays.
   * @returns the sheets whose formulas pointed to it
   */
  deleteSheet(sheet: Sheet): Set<Sheet> {
    this.checkStructure();
    if (sheet.visibility === "Visible" && this.sheets.filter((s) => s.visibility === "Visible").length < 2) {
      throw excelError("InvalidOperation", "the last visible sheet cannot be deleted");
    }
    // Excel refuses to delete a sheet that is hidden this deep.
    if (sheet.visibility === "VeryHidden") throw excelError("InvalidOperation", "a very hidden sheet cannot be deleted");
    const at = this.sheets.indexOf(sheet);
    this.sheets.splice(at, 1);
    // What stood behind it stands behind what the sheet before has behind it.
    const left = this.others.filter(({ after }) => after === sheet);
    this.others = [...this.others.filter((other) => !left.includes(other)), ...left.map((other) => Object.assign(other, { after: this.sheets[at - 1] }))];
    this.names = this.names.filter((n) => n.sheet !== sheet);
    const rewritten = this.rewriteFormulas((formula) => dropSheetInFormula(formula, sheet.name));
    this.charts(sheet).deleteAll();
    if (sheet.part) {
      for (const table of this.tables(sheet)) this.pkg.remove(table.part);
      const relation = this.pkg.relationships(this.part).find((r) => samePart(r.target, sheet.part!));
      if (relation) this.pkg.unrelate(this.part, relation.id);
      this.pkg.remove(sheet.part);
    }
    if (this.activeSheet === sheet) {
      const next = this.sheets.slice(at).find((s) => s.visibility === "Visible") ?? [...this.sheets].reverse().find((s) => s.visibility === "Visible")!;
      this.activeSheet = next;
      this.selection = { top: 0, left: 0, bottom: 0, right: 0 };
    }
    return rewritten;
  }

  setVisibility(sheet: Sheet, visibility: Visibility): void {
    this.checkStructure();
    if (visibility !== "Visible" && sheet.visibility === "Visible") {
      const others = this.sheets.filter((s) => s !== sheet && s.visibility === "Visible");
      if (others.length === 0) throw excelError("InvalidOperation", "the last visible sheet cannot be hidden");
      sheet.visibility = visibility;
      if (this.activeSheet === sheet) {
        const at = this.sheets.indexOf(sheet);
        this.activeSheet = this.sheets.slice(at).find((s) => s.visibility === "Visible") ?? others[others.length - 1]!;
        this.selection = { top: 0, left: 0, bottom: 0, right: 0 };
      }
    }
    sheet.visibility = visibility;
  }

  moveSheet(sheet: Sheet, position: number): void {
    this.checkStructure();
    if (!Number.isInteger(position) || position < 0 || position >= this.sheets.length) throw excelError("InvalidArgument", "position");
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
    this.sheets.splice(position, 0, sheet);
  }

  /** True when the workbook's structure is locked. */
  get isProtected(): boolean {
    return flag(child(this.root, "workbookProtection"), "lockStructure");
  }

  private checkStructure(): void {
    if (this.isProtected) throw excelError("AccessDenied", "the workbook's structure is protected");
  }

  // --- formulas

  /** Runs over every formula of the workbook: cells, names, conditional formats, validations. Answers the sheets on which cells were rewritten. */
  rewriteFormulas(rewrite: (formula: string, home: Sheet | undefined) => string): Set<Sheet> {
    const rewritten = new Set<Sheet>();
    for (const sheet of this.sheets) {
      let changed = false;
      for (const row of sheet.rows.values()) {
        row.cells.forEach((cell) => {
          if (rewriteFormula(cell, (formula) => rewrite(formula, sheet))) changed = true;
        });
      }
      if (changed) {
        sheet.touchCells();
        rewritten.add(sheet);
      }
      if (rewriteNodes(sheet.root, (formula) => rewrite(formula, sheet))) sheet.touchLayout();
      this.charts(sheet).rewrite((formula) => rewrite(formula, sheet));
    }
    for (const name of this.names) {
      const next = rewrite(name.formula, name.sheet);
      if (next === name.formula) continue;
      if (name.stored?.shown === name.formula) name.stored = { shown: next, text: rewrite(name.stored.text, name.sheet) };
      name.formula = next;
      for (const sheet of this.sheetsUsing(name.name)) rewritten.add(sheet);
    }
    return rewritten;
  }

  /** The sheets with a formula that uses a name. */
  sheetsUsing(name: string): Sheet[] {
    return this.sheets.filter((sheet) => this.calculator.uses(sheet, name));
  }

  /** References everywhere after cells were put into or taken out of a sheet. */
  adjustFormulas(edited: Sheet, edit: StructureEdit): void {
    this.rewriteFormulas((formula, home) => adjustFormula(formula, home?.name ?? "", edited.name, edit));
  }

  // --- names

  findName(name: string, sheet?: Sheet): DefinedName | undefined {
    const wanted = name.toLowerCase();
    return this.names.find((n) => n.sheet === sheet && n.name.toLowerCase() === wanted);
  }

  /** Deletes a name; answers the sheets whose formulas used it. */
  deleteName(name: DefinedName): Sheet[] {
    this.names.splice(this.names.indexOf(name), 1);
    const using = this.sheetsUsing(name.name);
    // The engine keeps a result where it meets an unknown word, for functions it does not have:
    // here the word is known to be gone, so the results go first.
    const word = new RegExp(`(?<![\\p{L}\\p{N}_.])${name.name.replace(/[\\.?]/g, "\\$&")}(?![\\p{L}\\p{N}_.])`, "iu");
    for (const sheet of using) {
      for (const row of sheet.rows.values()) {
        row.cells.forEach((cell) => {
          if (cell.f !== undefined && word.test(cell.f)) cell.v = null;
        });
      }
      sheet.touchCells();
    }
    return using;
  }

  /** The cells a formula such as "Sheet1!$A$1:$B$2" points to; undefined when it is no plain reference. */
  referencedRange(formula: string, home: Sheet): { sheet: Sheet; rect: Rect } | undefined {
    const { sheet, rest } = splitSheet(formula.replace(/^=/, ""));
    const target = sheet === undefined ? home : this.findSheet(sheet);
    const rect = parseRect(rest);
    return target && rect ? { sheet: target, rect } : undefined;
  }

  // --- saving

  /** What macros the file carries. */
  get macros(): ReturnType<typeof macrosOf> {
    return macrosOf(this.pkg, this.part);
  }

  /**
   * The workbook as bytes of a file.
   * @param kind the kind of file that it becomes; what it was if left out
   */
  async save(kind?: FileKind): Promise<Uint8Array> {
    const { pkg } = this;
    if (kind) setFileKind(pkg, this.part, kind);
    this.writeSelection();
    this.writeSheetParts();
    // A file without styles stays without as long as none is needed.
    if (this.hasStyles || !sameXml(this.styles.root, new Styles(blankStyles(), this.theme).root)) {
      this.writePart("/styles", "xl/styles.xml", this.styles.root, "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml");
    }
    const strings = this.strings.write();
    if (strings !== undefined) this.writePart("/sharedStrings", "xl/sharedStrings.xml", strings, "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml");
    this.writeDynamicArrayMetadata();
    this.writeWorkbook();
    // The order in which Excel last calculated; it makes a new one.
    for (const relation of pkg.relationships(this.part)) {
      if (!relation.type.endsWith("/calcChain")) continue;
      pkg.remove(relation.target);
      pkg.unrelate(this.part, relation.id);
    }
    this.settings.write();
    this.customXml.write();
    this.properties.write();
    this.customProperties.write();
    return pkg.save();
  }

  // A sheet that nobody selected anything on keeps its view as it came.
  private writeSelection(): void {
    const { sheet, rect } = this.opened;
    if (this.activeSheet === sheet && rectName(this.selection) === rectName(rect)) return;
    if (this.activeSheet !== sheet && this.sheets.includes(sheet)) sheet.setSelection(storedSelection(sheet), false);
    for (const other of this.sheets) {
      const view = child(child(other.root, "sheetViews"), "sheetView");
      if (other !== this.activeSheet && flag(view, "tabSelected")) other.setSelection(storedSelection(other), false);
    }
    this.activeSheet.setSelection(this.selection, true);
    this.opened = { sheet: this.activeSheet, rect: { ...this.selection } };
  }

  private writeSheetParts(): void {
    this.strings.dropAdded();
    for (const sheet of this.sheets) {
      if (!sheet.part) {
        sheet.part = this.pkg.freeName("xl/worksheets/sheet", ".xml");
        this.pkg.set(sheet.part, "", SHEET_TYPE);
        this.pkg.relate(this.part, `${RELATIONS}/worksheet`, sheet.part);
        sheet.touchCells();
      }
      relateHyperlinks(this, sheet);
      saveCustomProperties(this, sheet);
      this.charts(sheet).save();
      if (sheet.cellsDirty || sheet.layoutDirty) this.pkg.set(sheet.part, sheet.write());
    }
  }

  private writePart(type: string, name: string, content: XmlNode | string, contentType: string): void {
    const known = this.pkg.relationships(this.part).find((r) => r.type.endsWith(type));
    if (known) this.pkg.set(known.target, content);
    else {
      this.pkg.set(name, content, contentType);
      this.pkg.relate(this.part, RELATIONS + type, name);
    }
  }

  // Excel tells a spilling formula by metadata; without it, it would show {=…} as an old array formula.
  private writeDynamicArrayMetadata(): void {
    const used = this.sheets.some((s) => [...s.rows.values()].some((row) => row.cells.some((cell) => cell.dynamic)));
    if (!used || this.pkg.relationships(this.part).some((r) => r.type.endsWith("/sheetMetadata"))) return;
    const extension = element("extLst", {}, [
      element("ext", { uri: "{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}" }, [element("xda:dynamicArrayProperties", { fDynamic: 1, fCollapsed: 0 })]),
    ]);
    this.writePart(
      "/sheetMetadata",
      "xl/metadata.xml",
      element("metadata", { xmlns: MAIN, "xmlns:xda": "http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray" }, [
        element("metadataTypes", { count: 1 }, [
          element("metadataType", {
            name: "XLDAPR", minSupportedVersion: 120000, copy: 1, pasteAll: 1, pasteValues: 1, merge: 1, splitFirst: 1, rowColShift: 1,
            clearFormats: 1, clearComments: 1, assign: 1, coerce: 1, cellMeta: 1,
          }),
        ]),
        element("futureMetadata", { name: "XLDAPR", count: 1 }, [element("bk", {}, [extension])]),
        element("cellMetadata", { count: 1 }, [element("bk", {}, [element("rc", { t: 1, v: 0 })])]),
      ]),
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheetMetadata+xml",
    );
  }

  // What the file says of a sheet beyond this is carried along.
  private sheetNode(sheet: Sheet, relations: readonly Relationship[]): XmlNode {
    const old = this.sheetNodes.get(sheet)?.attrs ?? {};
    const state = sheet.visibility === "Visible" ? (old["state"] === "visible" ? "visible" : undefined) : sheet.visibility === "Hidden" ? "hidden" : "veryHidden";
    const id = Object.keys(old).find((name) => name.endsWith(":id")) ?? "r:id";
    const attrs = { ...old, name: sheet.name, sheetId: sheet.sheetId, state, [id]: relations.find((r) => samePart(r.target, sheet.part ?? ""))?.id };
    return element("sheet", attrs);
  }

  private writeWorkbook(): void {
    const relations = this.pkg.relationships(this.part);
    const tabs = this.tabs();
    const nodes = tabs.map((tab) => (tab instanceof Sheet ? this.sheetNode(tab, relations) : tab.node));
    if (nodes.some(({ attrs }) => attrs["r:id"] !== undefined)) this.root.attrs["xmlns:r"] ??= RELATIONS;
    child(this.root, "sheets")!.children = nodes;
    let view = child(child(this.root, "bookViews"), "workbookView");
    if (!view) {
      view = element("workbookView");
      this.placeInWorkbook(element("bookViews", {}, [view]));
    }
    const front = String(tabs.indexOf((this.activeSheet === this.firstActive && this.otherInFront) || this.activeSheet));
    if ((view.attrs["activeTab"] ?? "0") !== front) {
      view.attrs["activeTab"] = front;
      delete view.attrs["firstSheet"];
    }
    const names = this.names.map((n) =>
      Object.assign(
        element("definedName", {
          name: n.name,
          comment: n.comment || undefined,
          localSheetId: n.sheet || n.other ? tabs.indexOf((n.sheet ?? n.other)!) : undefined,
          hidden: isOn(n.filedHidden) === n.hidden ? n.filedHidden : n.hidden ? 1 : undefined,
          ...n.extra,
        }),
        { children: [storedText(n.formula, n.stored)] },
      ),
    );
    this.root.children = this.root.children.filter((c) => typeof c === "string" || c.name !== "definedNames");
    if (names.length > 0) this.placeInWorkbook(element("definedNames", {}, names));
    if (this.calculatedNow || this.calculationMode !== "Automatic") {
      let calc = child(this.root, "calcPr");
      if (!calc) this.placeInWorkbook((calc = element("calcPr")));
      if (this.calculatedNow) calc.attrs["fullCalcOnLoad"] = "1";
      if (this.calculationMode === "Automatic") delete calc.attrs["calcMode"];
      else calc.attrs["calcMode"] = this.calculationMode === "Manual" ? "manual" : "autoNoTable";
    }
    this.pkg.set(this.part, this.root);
  }

  private placeInWorkbook(node: XmlNode): void {
    const order = "fileVersion fileSharing workbookPr AlternateContent revisionPtr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr".split(" ");
    const rank = order.indexOf(node.name);
    const children = this.root.children;
    const at = children.findIndex((c) => {
      if (typeof c === "string") return false;
      const other = order.indexOf(c.name.slice(c.name.indexOf(":") + 1));
      return other < 0 || other > rank;
    });
    children.splice(at < 0 ? children.length : at, 0, node);
  }

  /** "'My sheet'!A1:B2" of a rectangle. */
  addressOf(sheet: Sheet, rect: Rect): string {
    return `${quoteSheet(sheet.name)}!${rectName(rect)}`;
  }
}

/** What the file says is selected on a sheet. */
export function storedSelection(sheet: Sheet): Rect {
  const stored = childElements(child(child(sheet.root, "sheetViews"), "sheetView"), "selection").pop();
  return parseRect(stored?.attrs["sqref"]?.split(" ")[0] ?? "A1") ?? { top: 0, left: 0, bottom: 0, right: 0 };
}

function isOn(value: string | undefined): boolean {
  return value === "1" || value === "true";
}

function idOf(node: XmlNode): string | undefined {
  return Object.entries(node.attrs).find(([name]) => name.endsWith(":id"))?.[1];
}

const FORMULA_NODES = new Set(["formula", "formula1", "formula2", "f"]);

// Formulas of conditional formats, data validations and sparklines, wherever they stand in a sheet.
function rewriteNodes(node: XmlNode, rewrite: (formula: string) => string): boolean {
  let changed = false;
  for (const part of node.children) {
    if (typeof part === "string" || part.name === "sheetData") continue;
    const local = part.name.slice(part.name.indexOf(":") + 1);
    const old = textOf(part);
    if (FORMULA_NODES.has(local) && old && part.children.every((c) => typeof c === "string")) {
      const next = rewrite(old);
      if (next !== old) {
        part.children = [next];
        changed = true;
      }
    } else if (local === "cfvo" && part.attrs["type"] === "formula" && part.attrs["val"]) {
      const next = rewrite(part.attrs["val"]);
      changed ||= next !== part.attrs["val"];
      part.attrs["val"] = next;
    } else if (rewriteNodes(part, rewrite)) changed = true;
  }
  return changed;
}
