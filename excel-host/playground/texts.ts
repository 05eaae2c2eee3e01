export type Language = "zh-CN" | "en";

const CHINESE = {
  title: "住房保障进度通报",
  open: "打开",
  save: "保存",
  otherLanguage: "English",
  home: "开始",
  closePane: "关闭面板",
  loading: "正在打开工作簿……",
  notOpened: (name: string) => `无法打开“${name}”：不是有效的 .xlsx 工作簿，或者已加密。请换一个文件。`,
  notDone: (label: string) => `“${label}”没有完成：`,
  editLine: "编辑栏",
  notEdited: "不能修改此单元格：",
  counters: (syncs: number, bytes: string) => `往返 ${syncs} 次 · ${bytes}`,
};

const ENGLISH: typeof CHINESE = {
  title: "Housing Progress Notice",
  open: "Open",
  save: "Save",
  otherLanguage: "中文",
  home: "Home",
  closePane: "Close pane",
  loading: "Opening the workbook…",
  notOpened: (name) => `“${name}” cannot be opened: it is no valid .xlsx workbook, or it is encrypted. Choose another file.`,
  notDone: (label) => `“${label}” was not completed: `,
  editLine: "Formula bar",
  notEdited: "This cell cannot be changed: ",
  counters: (syncs, bytes) => `${syncs} round trips · ${bytes}`,
};

/** The page's language: ?lang=en asks for English, else Chinese. */
export const language: Language = new URLSearchParams(location.search).get("lang") === "en" ? "en" : "zh-CN";

export const texts = language === "en" ? ENGLISH : CHINESE;
