import type { GeneratorValue } from "../../support/property";
import { flag, pick, some, upTo } from "./draw";

/** An indicator as a generated workbook knows it. */
export interface TrueIndicator {
  id: string;
  /** Words for it in headers; the role word follows. */
  subjects: string[];
  unit: "套" | "户" | "个" | "万元";
  /** Words for what is planned and done beside those that any indicator takes. */
  target: string[];
  done: string[];
}

/** One figure pair; null is a cell left blank. */
export interface TruePair {
  target: number | null;
  done: number | null;
}

/** What a generated workbook truly says. */
export interface Truth {
  regions: string[];
  indicators: TrueIndicator[];
  /** By indicator, then by region. */
  pairs: TruePair[][];
}

const INDICATORS: readonly TrueIndicator[] = [
  { id: "starts", subjects: ["棚户区改造", "棚改", "城镇棚户区改造", "棚户区改造新开工"], unit: "套", target: ["计划开工", "开工任务", "开工计划"], done: ["已开工", "开工数", "累计开工", "实际开工"] },
  { id: "publicRentalStarts", subjects: ["公租房", "新建公租房", "公共租赁住房"], unit: "套", target: ["计划开工", "开工目标"], done: ["已开工", "累计开工数"] },
  { id: "basicCompletion", subjects: ["基本建成", "棚户区改造基本建成", "续建项目基本建成"], unit: "套", target: [], done: ["已建成", "累计建成"] },
  { id: "rentSubsidyHouseholds", subjects: ["租赁补贴", "发放租赁补贴", "住房租赁补贴"], unit: "户", target: ["计划发放户数", "应发放户数"], done: ["已发放户数", "累计发放"] },
  { id: "investment", subjects: ["投资", "完成投资", "固定资产投资"], unit: "万元", target: ["计划投资", "年度计划投资"], done: ["已完成投资", "累计完成投资", "实际完成投资"] },
  { id: "own:保障性租赁住房", subjects: ["保障性租赁住房"], unit: "套", target: ["计划筹集", "筹集目标"], done: ["已筹集", "累计筹集"] },
  { id: "own:城镇老旧小区改造", subjects: ["城镇老旧小区改造"], unit: "个", target: ["计划开工"], done: ["已开工"] },
  { id: "own:既有住宅加装电梯", subjects: ["既有住宅加装电梯"], unit: "个", target: [], done: [] },
];

const CITIES: readonly string[][] = [
  "离石区 孝义市 汾阳市 文水县 交城县 兴县 临县 柳林县 石楼县 岚县 方山县 中阳县 交口县".split(" "),
  "罗湖区 福田区 南山区 宝安区 龙岗区 盐田区 龙华区 坪山区 光明区 大鹏新区".split(" "),
  "长沙市 株洲市 湘潭市 衡阳市 邵阳市 岳阳市 常德市 张家界市 益阳市 郴州市 永州市 怀化市 娄底市 湘西州".split(" "),
  "东河区 西塬县 南坪县 北渠县 双塔市 白云岭县 三河旗 经开区 市本级".split(" "),
];

/** A city's regions in any order, some indicators, and figures without errors. */
export function trueFigures(g: GeneratorValue): Truth {
  const regions = some(g, pick(g, CITIES), 4);
  const indicators = some(g, INDICATORS, 1, 5);
  const pairs = indicators.map(({ unit }) => {
    const money = unit === "万元";
    const pair = () => {
      const target = upTo(g, 4000);
      const done = target === 0 ? 0 : upTo(g, target);
      return money ? { target: target * 100, done: (done * 10000 + upTo(g, 9999) * (target === 0 ? 0 : 1)) / 100 } : { target, done };
    };
    const all = regions.map((): TruePair => pair());
    // An indicator without any task would be no indicator.
    if (all.every(({ target }) => target === 0)) all[0] = { target: 100, done: 10 };
    return all.map((one) => (one.target === 0 && flag(g) ? { target: null, done: null } : one));
  });
  return { regions, indicators, pairs };
}
