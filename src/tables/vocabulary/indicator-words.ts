import { withoutUnit } from "../cells";

/** Words by which offices name the catalogue's indicators, most telling first. */
const INDICATOR_WORDS: readonly [RegExp, string][] = [
  [/脏乱差|老旧?城区.*棚/, "oldTownStarts"],
  [/补贴.*(?:金额|资金|万元|[(（]元)|(?:发放|补贴)(?:金额|资金)/, "rentSubsidyAmount"],
  [/(?:租赁|租房|住房|租金|货币化).*补贴|补贴.*(?:户数|家庭)|租赁补贴/, "rentSubsidyHouseholds"],
  [/投资/, "investment"],
  [/基本建成|竣工/, "basicCompletion"],
  [/(?<!保障性)(?:公租房|公共租赁|公租)/, "publicRentalStarts"],
  [/棚户区|棚改/, "starts"],
];

/**
 * The catalogue indicator that a header, title or sheet name speaks of; null where it names none.
 * @example indicatorIn("2、完成投资（万元）") // "investment"
 */
export function indicatorIn(text: string): string | null {
  return INDICATOR_WORDS.find(([words]) => words.test(text))?.[1] ?? null;
}

/** What is left of a header when role words, units and numbering are taken away: its own subject. */
export function subjectOf(header: string): string {
  return withoutUnit(header)
    .replace(/^(?:其中:?|\d+[.、]|[一二三四五六七八九十]+、|\([一二三四五六七八九十\d]+\))/, "")
    .replace(
      /(?:(?:\d{4}年)?(?:全?年度?|本年|今年|累计|目前|截至目前|实际|计划|目标|任务|指标|完成|已|应|数量|数|情况|进度|进展|总量|总额|率|占比|比例|额))+$/g,
      "",
    )
    .replace(/^(?:\d{4}年)?(?:年度|全年|本年|今年|累计|实际|计划|目标|任务|已|应)+/g, "")
    .replace(/[:,、;]+$/, "");
}
