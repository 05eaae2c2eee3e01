import { compact, withoutUnit } from "../cells";

/** Words by which offices name the catalogue's indicators, most telling first. */
const INDICATOR_WORDS: readonly [RegExp, string][] = [
  [/脏乱差|老旧?城区.*棚|棚.*其中:?老旧?城区/, "oldTownStarts"],
  [/补贴.*(?:金额|资金|万元|[(（]元)|(?:发放|补贴)(?:金额|资金)/, "rentSubsidyAmount"],
  [/(?:租赁|租房|住房|租金|货币化).*补贴|补贴.*(?:户数|家庭)|(?:发放|租赁)补贴/, "rentSubsidyHouseholds"],
  [/补贴/, "rentSubsidyHouseholds"],
  [/投资/, "investment"],
  [/(?<!未)建成(?!区)|竣工/, "basicCompletion"],
  [/(?<!保障性)(?:公租房|公共租赁|公租)(?!.*(?:分配|配租|入住|租金|空置|闲置))/, "publicRentalStarts"],
  [/棚户区|棚改/, "starts"],
];

/**
 * The catalogue indicator that a header, title or sheet name speaks of; null where it names none.
 * @example indicatorIn("2、完成投资（万元）") // "investment"
 */
export function indicatorIn(text: string): string | null {
  return indicatorsIn(text)[0] ?? null;
}

/** Every catalogue indicator that a text speaks of, most telling first. */
export function indicatorsIn(text: string): string[] {
  const bare = compact(text);
  return INDICATOR_WORDS.filter(([words]) => words.test(bare)).map(([, id]) => id);
}

const NUMBERING = /^(?:其中:?|\d+[.、)]|[一二三四五六七八九十]+[、.]|\([一二三四五六七八九十\d]+\)|[①-⑳])+/;
const LEADING =
  /^(?:(?:19|20)\d{2}年?|年度|全年|本年度?|今年|当年|累计|目前|截至|实际|计划|目标|任务|指标|责任[书状]?|考核|奋斗|调整后?|年初|国家|中央|上级|[省市州]级?(?=下达|分解|定)|[省市]定|确定|下达|分解|已|应|实(?=[发付补拨])|现|新|总|上报|其中:?|完成|开工|筹集|发放)+/;
const TRAILING =
  /(?:(?:19|20)\d{2}年?|全?年度?|本年|今年|累计|目前|截至|实际|计划|目标|任务|指标|下达|完成|已|应|新?开工|筹集|筹措|筹建|发放|建成|竣工|完工|动工|启动|认定|投资|支付|领取|到位|落实|数量|套数|户数|个数|件数|金额|数|情况|进度|进展|总量|总额|率|占比|比例|额|合计|小计|总计)+$/;
/** Words so general that they name no subject of their own. */
const GENERAL = /^(?:分配|配租|配售|签约|启动|筹集|筹措|筹建|开工|完工|动工|认定|推进|新增|征收|搬迁|拆迁|收购|回迁|供应|交付|入住|腾退|拆除|整治|加装|住房|房屋|住宅|工程|项目|建设|改造|实施|安置|家庭|保障|住户|居民|小区|楼栋|栋|规模|面积|套|户|个|小计|合计|总计|其中|城镇|情况|数|量|新|年)+$/;

/**
 * What is left of a header when role words, units and numbering are taken away: its own subject; "" where the
 * header only says target, done or rate.
 * @example subjectOf("保障性租赁住房计划筹集（套）") // "保障性租赁住房"
 */
export function subjectOf(header: string): string {
  const bare = withoutUnit(header)
    .replace(NUMBERING, "")
    .replace(/(?:(?:19|20)\d{2}年)?(?:1?\d[-—至])?\d{1,2}月(?:\d{1,2}[日号]|底|末|份)?|截[至止]/g, "")
    .replace(/[:,、;/%]+/g, "");
  const subject = bare.replace(LEADING, "").replace(TRAILING, "");
  return GENERAL.test(subject) || subject.length < 2 ? "" : subject;
}

/** The verb by which two figures of one subject differ: 建成 in 保障性租赁住房已建成. */
export function verbIn(header: string): string {
  return /基本建成|开工|筹集|筹措|筹建|发放|建成|竣工|完工|动工|启动|认定|投资|支付|配租|配售|分配|签约/.exec(withoutUnit(header))?.[0] ?? "";
}

const TITLE_ENDS =
  /(?:进展|进度|完成|情况|统计|汇总|一览|明细|目标|任务|工作|工程项目|项目|台账|开工|启动|筹集|筹措|筹建|建设|发放|认定|月报|季报|周报|报表|报|表|总|计划|实施|推进)+$/;
/** 填报单位：…, 单位：套 and what else follows a title. */
const CAPTIONS = /(?:(?:填报|上报|报送|编制|制表|计量)?单位|(?:填报|统计|制表|截[至止])(?:时间|日期))(?:\(.{1,4}\))?:.*$/;
const TITLE_PLACE = /^(?:附[件表]\d*[:、.]?)?(?:[\u4e00-\u9fff]{2,8}?(?:省|市|州|盟|县|(?<!小|片|社|园|户|城)区|旗)|全[省市县区州盟]|各(?:[县市区旗州盟地]|街道|乡镇|镇街|[()、])+)+/;

/**
 * What a title or sheet name is about where the catalogue has no word for it; "" where it says nothing of its own.
 * @example subjectOfTitle("某市2021年城镇老旧小区改造进展情况表") // "城镇老旧小区改造"
 */
export function subjectOfTitle(title: string): string {
  const bare = compact(title)
    .replace(CAPTIONS, "")
    .replace(/\(.*?\)/g, "")
    .replace(/^.*?(?:19|20)\d{2}年度?(?:第?[\d一二三四]季度|\d{1,2}月份?|\d{1,2}[-—至]\d{1,2}月份?|上半年)?/, "")
    .replace(/\d+/g, "")
    .replace(TITLE_ENDS, "");
  const subject = bare.replace(TITLE_PLACE, "") || bare;
  const says = /[\u4e00-\u9fff]{3,}/.test(subject) && !/住房保障|安居工程|填报|单位|年度/.test(subject) && !GENERAL.test(subject);
  return says && subject.length <= 16 ? subject : "";
}
