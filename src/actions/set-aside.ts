import type { KeptField, SetAside } from "../excel";
import { finding, type Finding, type Language } from "../progress";

interface Wording {
  /** What it is called where the office sets it. */
  chinese: string;
  english: string;
  /** What is so for the time being, and what to do. */
  then: { chinese: string; english: string };
}

const BY_DEFAULT = {
  chinese: "没有采用的部分按默认处理；请到“设置”里核对后重新保存",
  english: "What could not be taken is at its default; check it under Settings and save again",
};

/** What each thing that the workbook keeps of ours is to a clerk. */
const WORDINGS: Readonly<Record<KeptField, Wording>> = {
  records: {
    chinese: "附件的写入记录",
    english: "record of the inserted sheets",
    then: { chinese: "已插入的表看不出是否有人改过，再次写入前会先询问", english: "It cannot be told whether they were edited by hand; you are asked before they are written over" },
  },
  templates: {
    chinese: "附件模板",
    english: "attachment template",
    then: { chinese: "附件按标准格式插入；需要时请改好格式后再“存为模板”", english: "Attachments follow the standard form; shape one and save it as the template again if needed" },
  },
  corrections: {
    chinese: "对表格的更正",
    english: "corrections of tables",
    then: { chinese: "没有采用的更正不起作用；请在“数据”里核对各表的读法，需要时重新更正", english: "Those not taken have no effect; check under Data how the tables are read and correct them again if needed" },
  },
  officeSettings: { chinese: "本单位的设置", english: "office settings", then: BY_DEFAULT },
  noticeSettings: { chinese: "通报的设置", english: "notice settings", then: BY_DEFAULT },
  noticeRecord: {
    chinese: "上一份通报的记录",
    english: "record of the last notice",
    then: { chinese: "不能提示通报是否过时；重新生成通报后恢复", english: "It cannot be told whether the notice is out of date until it is written again" },
  },
  periods: {
    chinese: "往期数字",
    english: "figures of earlier periods",
    then: { chinese: "与上期、去年同期的比较只用读得出的各期；请核对后再写入", english: "Comparisons use only the periods that can be read; check them before writing" },
  },
  history: {
    chinese: "撤销记录",
    english: "record of what can be undone",
    then: { chinese: "以前写入的有的不能再撤销，不需要时请自行删除", english: "Some earlier writes can no longer be undone; delete what is not needed yourself" },
  },
  unfinished: {
    chinese: "中断写入的记录",
    english: "record of a write that was stopped",
    then: { chinese: "如有名称以“~”开头的临时工作表，可以删除", english: "Temporary sheets whose names begin with ~ may be deleted" },
  },
};

/** What of ours in the workbook could not be taken, for people: what it is, what is so now, what to do. */
export function setAsideFindings(setAside: readonly SetAside[]): Finding[] {
  return setAside.map(({ field, isNewer }) => {
    const { chinese, english, then } = WORDINGS[field];
    const [why, whyEnglish] = isNewer
      ? ["是较新版本的加载项保存的", "was kept by a newer version of the add-in"]
      : ["有损坏，不能全部读出", "is damaged and cannot be read in full"];
    return finding(
      "kept-set-aside",
      [],
      `本加载项保存在工作簿里的${chinese}${why}，已搁置，表中的数字不受影响。${then.chinese}。`,
      `The ${english} that this add-in keeps in the workbook ${whyEnglish}; it was set aside, and the tables' figures are not affected. ${then.english}.`,
    );
  });
}

/** What of a settings file could not be taken, for people; null where there is nothing of the kind. */
export function setAsideInFile(fields: readonly KeptField[]): Record<Language, string> | null {
  if (fields.length === 0) return null;
  const words = fields.map((field) => WORDINGS[field]);
  return {
    "zh-CN": `文件里的${words.map(({ chinese }) => chinese).join("、")}有损坏，读不出的部分已搁置，没有采用，其余已经填好。请逐项核对、补上后再保存，或请对方重新导出。`,
    en: `In the file the ${words.map(({ english }) => english).join(", ")} could not be read in full: that part was set aside, the rest is filled in. Check and complete it before saving, or have the file exported again.`,
  };
}
