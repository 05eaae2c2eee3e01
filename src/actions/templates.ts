import {
  acceptedRecord,
  planAttachmentOne,
  planAttachmentTwo,
  planRanking,
  recordOf,
  templateFrom,
  type SheetPlan,
  type TakenTemplate,
} from "../attachments";
import { keep, Problem, withExcel, type WorkbookState } from "../excel";
import type { Report } from "../progress";
import type { Reading } from "./read-report";

/** The forms that an office may keep a template of. */
const TEMPLATE_KEYS = ["attachment1", "attachment2", "ranking"] as const;
export type TemplateKey = (typeof TEMPLATE_KEYS)[number];

/** A template that was kept, and the reading that knows it. */
export interface KeptTemplate extends TakenTemplate {
  reading: Reading;
}

/**
 * 存为模板: keeps how the office has shaped an inserted form (words, columns, widths, fonts) in the workbook; the
 * next insert follows it. One round trip.
 * @throws Problem `nothing-to-write` where no such form stands in the workbook
 */
export async function saveTemplate(reading: Reading, key: TemplateKey): Promise<KeptTemplate> {
  const { state, report } = reading;
  const sheet = state.sheets.find((one) => one.key === key);
  const standard = standardPlan(report, key);
  if (!sheet?.standing || !standard) {
    throw new Problem("nothing-to-write", {
      "zh-CN": "工作簿里没有可以存为模板的附件。请先插入附件，改好格式后再存为模板。",
      en: "The workbook holds no attachment to take a template from. Insert it, shape it, then save it as the template.",
    });
  }
  const { standing, name } = sheet;
  const texts = textsOf(state, name);
  const taken = templateFrom(standard, { ...standing, texts }, report);
  const templates = { ...state.templates, [key]: taken.template };
  // What the office has shaped is its wish from now on, no edit to be asked about.
  const records = { ...state.records, [key]: acceptedRecord(standing.record ?? recordOf(standard), standing.formulas) };
  const after = await withExcel((context) => keep(context, state, { templates, records }));
  const sheets = state.sheets.map((one) =>
    one === sheet ? { ...one, standing: { ...standing, record: records[key] ?? null, edits: null } } : one,
  );
  return { ...taken, reading: { ...reading, state: { ...after, sheets } } };
}

/** 恢复标准格式: forgets an office's template; the next insert follows the standard. One round trip. */
export async function forgetTemplate(reading: Reading, key: TemplateKey): Promise<Reading> {
  const templates = { ...reading.state.templates };
  delete templates[key];
  const state = await withExcel((context) => keep(context, reading.state, { templates }));
  return { ...reading, state };
}

function standardPlan(report: Report, key: TemplateKey): SheetPlan | null {
  switch (key) {
    case "attachment1":
      return planAttachmentOne(report);
    case "attachment2":
      return planAttachmentTwo(report);
    case "ranking":
      return planRanking(report);
  }
}

/** A sheet's values from cell A1. */
function textsOf({ snapshot }: WorkbookState, name: string): unknown[][] {
  const grid = snapshot.sheets.find((sheet) => sheet.name === name);
  if (!grid) return [];
  const before = Array.from({ length: grid.column }, () => "");
  return [...Array.from({ length: grid.row }, (): unknown[] => []), ...grid.values.map((row) => [...before, ...row])];
}
