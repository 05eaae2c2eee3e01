import { isInRange } from "./address";
import type { Records, TableColumn, TextFact } from "./records";

/** Headers of columns in which regions report how their work goes. */
const PROGRESS_HEADER = /进展|进度|形象|推进|情况|说明|问题|原因|措施|打算|下一?步/;
/** Headers of columns of something else, whatever they call it. */
const OTHER_HEADER = /[追核调]减|联系|电话|负责人?|责任|名称|地[址点]|来源|文号|依据|填报/;
/** Headers under which anything at all is written down. */
const ANY_HEADER = /备注|备考|附注|^$/;
/** Words of work that goes on, or does not. */
const PROGRESS_WORDS =
  /开工|竣工|完工|建成|在建|施工|动工|建设|拆迁|拆除|征收|征地|选址|立项|审批|报批|手续|招标|招投标|勘察|设计|规划|摸底|验收|交付|启动|推进|进展|进度|完成|落实|正在|已经?|未|预计|计划|力争|申报|筹集|发放|分配|入住|整改|滞后|受阻|停工/;
/** What is no progress whatever else it says: whom to call, how money was moved. */
const CLERICAL = /联系人|电话|手机|传真|邮箱|填表|审核人|\d{7,}/;

/**
 * The staff's words on how their regions' work goes. A column of remarks counts where its words are of progress; one of
 * contacts, money moved or anything else never does, nor one beside what an audit found: those are its findings.
 */
export function progressNotes({ texts, tables }: Pick<Records, "texts" | "tables">): TextFact[] {
  return texts.filter((text) => text.kind === "note" && isProgress(text, tables[text.table]?.columns ?? []));
}

function isOfFindings(columns: readonly TableColumn[]): boolean {
  return columns.some(({ meaning }) => meaning?.kind === "audit") && !columns.some(({ meaning }) => meaning && "indicator" in meaning);
}

function isProgress({ text, source }: TextFact, columns: readonly TableColumn[]): boolean {
  if (CLERICAL.test(text) || isOfFindings(columns)) return false;
  const column = columns.find(({ meaning, range }) => meaning?.kind === "note" && isInRange(source, range));
  const header = (column?.header ?? "").split("/").at(-1) ?? "";
  if (OTHER_HEADER.test(header)) return false;
  if (PROGRESS_HEADER.test(header)) return true;
  return ANY_HEADER.test(header) && PROGRESS_WORDS.test(text);
}
