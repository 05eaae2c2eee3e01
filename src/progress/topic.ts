import type { IndicatorProgress } from "./indicator-progress";
import type { Report } from "./report";

/** What a workbook is about, as titles and sentences name it. */
export interface Topic {
  /** Whether it is the housing office's own subject, of which its standing sentences hold. */
  isHousing: boolean;
  /** 住房保障, 高标准农田建设, 重点项目投资; "" where nothing names it. */
  name: string;
  /** Its work: 住房保障工作, 春播工作, 重点项目投资. */
  work: string;
  /** Its tasks: 住房保障目标任务, 城镇新增就业目标任务. */
  tasks: string;
}

const HOUSING: Topic = { isHousing: true, name: "住房保障", work: "住房保障工作", tasks: "住房保障目标任务" };
const TASKS = "目标任务";
/** The housing office's whole field, and the words of its single programmes. */
const PROGRAMME = /住房保障|保障性住房|安居工程/;
const HOUSING_WORDS = /住房|安居工程|棚户区|棚改|公租房|公共租赁|廉租|租赁补贴|保租房|危房|老旧小区/;
/** Indicators of the catalogue that other offices have too. */
const ANYBODYS = new Set(["investment", "basicCompletion"]);

/** What stands before a title's subject: 附件1, the place, its year, quarter or month. */
const HEAD = /^(?:附[件表]\d*[:：]?|表[一二三四五六七八九十\d]+[:：.、]?|[一二三四五六七八九十]+、|(?:19|20)\d{2}年度?|截[至止]|(?:第|前)?[一二三四1-4](?:-[1-4])?季度|前?\d{1,2}个月|\d{1,2}(?:-\d{1,2})?月份?|上半年|下半年|全[国省市州县区盟旗]|各(?:省|市|县|区|州|盟|旗|地|乡镇|街道|部门)+|关于|的)/;
/** What stands behind it: 进展情况表, 投资完成情况统计表; a lone 投资 or 建设 is the subject's own. */
const TAIL = /(?:表|情况|统计|汇总|明细|一览|分解|调度|进度|进展|完成|推进|落实|执行|排名|通报|月报|季报|周报|旬报|日报|快报|台账|清单|报告|对照|登记|公示|[（(][^（()）]*[)）]|及|的|、|-|—)$/;
const TASK_WORDS = /(?:年度|全年)?(?:目标任务|任务目标|目标|任务|计划|(?<!主要|重点)指标)$/;
/** Names of programmes that say nothing of what is done. */
const EMPTY = /^(?:工作|各项工作|主要|各项|年度|全年|有关|相关|项目|数据|指标|样|总|计算)?$/;
/** Names that stand for whatever else there is: they say nothing beside a telling one. */
const GENERAL = /^(?:主要|重点|各项|中心)(?:指标|工作|任务)$/;
/** Work that is called by what kind it is, and not by what is done. */
const NAMED_WORK = /(?:重点|主要|中心|日常|各项)工作$|^工作$/;
/** Names that already are of work. */
const OF_WORK = /(?:工作|任务|指标|实事|事项|支出|投资|行动|攻坚)$/;

const OF_TASKS = /(?:任务|指标|目标)$/;

/**
 * What a workbook is about: housing where most of its indicators are, else what its tables' titles say, else what its
 * indicators are called.
 * @example topicOf(report).tasks // "高标准农田建设目标任务"
 */
export function topicOf(report: Pick<Report, "indicators" | "tables" | "place" | "regions" | "backlog" | "audit" | "continuing">): Topic {
  const titles = titleTopics(report);
  if (isHousing(report, titles)) return HOUSING;
  const names = report.indicators.filter(({ parent }) => parent === undefined).map(({ name }) => withoutStage(name));
  const known = titles.length > 0 ? titles : [...new Set(names)];
  const [first = "", second] = known;
  if (known.length <= 2) return topic(second === undefined ? first : `${first}和${second}`);
  return { isHousing: false, name: "", work: `${first}等工作`, tasks: `${first}等${TASKS}` };
}

function topic(name: string): Topic {
  if (name === "") return { isHousing: false, name, work: TASKS, tasks: TASKS };
  return { isHousing: false, name, work: OF_WORK.test(name) ? name : `${name}工作`, tasks: OF_TASKS.test(name) ? name : `${name}${TASKS}` };
}

/** The office's own subject: named by a title, or by indicators of its field, and not outnumbered by other offices'. */
function isHousing({ indicators, backlog, audit, continuing }: Parameters<typeof topicOf>[0], titles: readonly string[]): boolean {
  const isOwn = ({ id }: IndicatorProgress) => id.startsWith("own:");
  const told = titles.filter((title) => PROGRAMME.test(title)).length;
  const catalogued = indicators.filter((one) => !isOwn(one) && !ANYBODYS.has(one.id)).length;
  const mine = told + catalogued + audit.length + (backlog ? 1 : 0) + (continuing ? 1 : 0);
  const foreign = indicators.filter((one) => isOwn(one) && !HOUSING_WORDS.test(one.name)).length;
  // Where nothing at all is named, the catalogue's are the housing office's.
  if (mine === 0) return titles.length === 0 && !indicators.some(isOwn);
  // Titles of another subject decide where it is even.
  return titles.length === 0 || titles.some((title) => HOUSING_WORDS.test(title)) ? mine >= foreign : mine > foreign;
}

/** The subjects of the tables' titles, each once. */
function titleTopics({ tables, place, regions }: Pick<Report, "tables" | "place" | "regions">): string[] {
  const places = [place ?? "", ...regions.map(({ name }) => name)].filter((name) => name !== "");
  const all = [...new Set(tables.flatMap(({ title }) => (title === null ? [] : [titleTopic(title, places)])))].filter(
    (name) => !EMPTY.test(name),
  );
  const telling = all.filter((name) => !GENERAL.test(name));
  return telling.length > 0 ? telling : all;
}

/** What is done, without how far: 学校建设 of 学校建设开工; without 项目 behind what says it: 营造林项目. */
function withoutStage(name: string): string {
  return name.replace(/(?<=.{2})(?:新?开工|竣工|完工|基本建成)$/, "").replace(/(?<=.{3})(?<!重点|重大)(?:项目|工程)$/, "");
}

/** A line of a title that is shorter says nothing by itself. */
const SHORTEST_LINE = 4;

/**
 * The subject of a title; of several lines, of the first that has one: 东西部协作重点指标调度表 over 表一 协作资金.
 * @param places names that a title may begin with
 * @example titleTopic("黔南布依族苗族自治州2023年重点项目投资完成情况表", ["黔南布依族苗族自治州"]) // "重点项目投资"
 */
export function titleTopic(title: string, places: readonly string[]): string {
  const topics = linesOf(title).map((line) => lineTopic(line, places));
  return topics.find((topic) => !EMPTY.test(topic)) ?? lineTopic(title, places);
}

/** The lines of a title; what is short belongs to what follows: 表一 to 协作资金, each sign of a spaced title to the next. */
function linesOf(title: string): string[] {
  return title.split(" ").reduce<string[]>((lines, part) => {
    const open = lines.at(-1);
    return open !== undefined && open.length < SHORTEST_LINE ? [...lines.slice(0, -1), `${open}${part}`] : [...lines, part];
  }, []);
}

function lineTopic(title: string, places: readonly string[]): string {
  const bare = title.replace(/\s+/g, "").replace(/[“”"《》]/g, "").replace(/[（(][^（()）]*[)）]/g, "");
  // Its year stands before the subject, or behind it: 高标准农田2023年进度表.
  const yeared = /^(.*?)(?:19|20)\d{2}年度?(.*)$/.exec(bare);
  const after = yeared ? subjectOfTitle(yeared[2] ?? "", places) : "";
  return EMPTY.test(after) ? subjectOfTitle(yeared ? (yeared[1] ?? "") : bare, places) : after;
}

function subjectOfTitle(text: string, places: readonly string[]): string {
  let rest = text;
  for (let before = ""; before !== rest; ) {
    before = rest;
    rest = rest.replace(HEAD, "");
    const place = places.find((name) => rest.startsWith(name));
    if (place !== undefined) rest = rest.slice(place.length);
    rest = rest.replace(TAIL, "");
  }
  const subject = rest.replace(TASK_WORDS, "");
  return NAMED_WORK.test(subject) ? subject : withoutStage(subject.replace(/工作$/, ""));
}
