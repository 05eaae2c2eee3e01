import type { IndicatorDefinition, Report, Threshold } from "../../../src/progress";
import { reportOf, type Row } from "../report-builder";
import type { Random } from "./random";

const CITIES: readonly { place: string; regions: string }[] = [
  { place: "吕梁市", regions: "离石区 孝义市 汾阳市 文水县 交城县 兴县 临县 柳林县 石楼县 岚县 方山县 中阳县 交口县" },
  { place: "长治市", regions: "潞州区 上党区 屯留区 潞城区 襄垣县 平顺县 黎城县 壶关县 长子县 武乡县 沁县 沁源县" },
  { place: "临汾市", regions: "尧都区 侯马市 霍州市 曲沃县 翼城县 襄汾县 洪洞县 古县 安泽县 浮山县 吉县 乡宁县 大宁县 隰县 永和县 蒲县 汾西县" },
  { place: "大同市", regions: "平城区 云冈区 新荣区 云州区 阳高县 天镇县 广灵县 灵丘县 浑源县 左云县" },
  { place: "湘西土家族苗族自治州", regions: "吉首市 泸溪县 凤凰县 花垣县 保靖县 古丈县 永顺县 龙山县" },
  { place: "山西省", regions: "太原市 大同市 阳泉市 长治市 晋城市 朔州市 晋中市 运城市 忻州市 临汾市 吕梁市" },
];
const OWN: IndicatorDefinition = { id: "own:保障性租赁住房筹集", name: "保障性租赁住房筹集", shortName: "保障性租赁住房", unit: "套", english: "Units raised" };
const CATEGORIES = ["商品房应配未配公租房", "未办理竣工验收手续", "未办理产权登记", "未取得用地批准等手续", "资金拨付慢造成闲置", "公租房闲置三年以上"];
const NOTES = ["正在拆迁和前期手续办理", "前期手续已完成，具备开工条件", "棚改项目正在摸底阶段，进度慢，可能完不成年度目标任务", "涉及南关小区片区，规划已完成", "地基工程完成60%，力争9月底主体封顶"];
const OUTLOOKS = ["年底前基本建成", "能部分完成攻坚任务", "有困难"];
const MILESTONES: Threshold = { kind: "milestones", milestones: [{ month: 6, rate: 0.5 }, { month: 8, rate: 0.8 }, { month: 10, rate: 1 }] };
const DAYS = ["2021-04-23", "2021-06-30", "2022-08-31", "2023-10-31", "2024-02-29", "2021-12-31"];

/** The report of a workbook that an office might keep: some indicators, some regions without a task, some exceeded. */
export function randomReport(random: Random): Report {
  const city = random.pick(CITIES);
  const zones = city.place.endsWith("市") ? [...(random.chance(0.4) ? ["经开区"] : []), ...(random.chance(0.3) ? ["市本级"] : [])] : [];
  const regions = [...random.shuffled(city.regions.split(" ")).slice(0, random.between(4, 17)), ...zones];
  const has = { starts: random.chance(0.9), rental: random.chance(0.5), basic: random.chance(0.7), subsidy: random.chance(0.7), investment: random.chance(0.8), own: random.chance(0.3) };
  const aspects = { backlog: random.chance(0.5), audit: random.chance(0.6), continuing: random.chance(0.5), notes: random.chance(0.4), projects: random.chance(0.6) };
  const categories = random.shuffled(CATEGORIES).slice(0, random.between(2, 6));
  const pair = (size: number, share: number): readonly [number | null, number | null] => {
    if (!random.chance(share)) return [null, null];
    const target = random.chance(0.7) ? random.between(2, size / 10) * 10 : random.between(20, size);
    if (random.chance(0.25)) return [target, 0];
    if (random.chance(0.1)) return [target, target];
    return [target, random.between(1, Math.ceil(target * 1.3))];
  };
  const rows = regions.map((region): Row => {
    const starts = pair(2000, 0.7);
    const subsidy = pair(700, 0.85);
    const figures: Record<string, readonly [number | null, number | null]> = {
      ...(has.starts ? { starts } : {}),
      ...(has.starts && random.chance(0.3) && starts[0] !== null ? { oldTownStarts: [Math.ceil(starts[0] / 2), Math.floor((starts[1] ?? 0) / 2)] } : {}),
      ...(has.rental ? { publicRentalStarts: pair(300, 0.3) } : {}),
      ...(has.basic ? { basicCompletion: pair(900, 0.6) } : {}),
      ...(has.subsidy ? { rentSubsidyHouseholds: subsidy, rentSubsidyAmount: [null, subsidy[1] === null ? null : Math.round((subsidy[1] ?? 0) * random.between(600, 1400)) / 10_000] } : {}),
      ...(has.investment ? { investment: random.chance(0.8) ? [random.between(20, 500) * 100, random.chance(0.2) ? 0 : random.between(10, 40_000)] : [null, null] } : {}),
      ...(has.own ? { [OWN.id]: pair(1500, 0.8) } : {}),
    };
    const reported = random.between(800, 4000);
    const repurposed = random.between(0, 400);
    const owed = random.chance(0.3) ? 0 : random.between(10, 400);
    return {
      region,
      ...(zones.includes(region) ? { short: region } : {}),
      figures,
      ...(aspects.projects && starts[0] !== null ? { projects: { starts: random.between(1, 5) } } : {}),
      ...(aspects.backlog ? { backlog: { task: reported - 100, reported, repurposed, stock: reported - repurposed - owed, ...(owed > 0 ? { verified: owed } : {}) } } : {}),
      ...(aspects.audit ? { audit: [...categories.map((category) => [2017, category, random.chance(0.4) ? random.between(1, 12) : 0] as const), [2016, null, random.chance(0.3) ? random.between(1, 9) : 0] as const] } : {}),
      ...(aspects.continuing && random.chance(0.6) ? { continuing: [random.between(50, 2500), random.pick(OUTLOOKS)] as const } : {}),
      ...(aspects.notes && random.chance(0.4) ? { note: random.pick(NOTES) } : {}),
    };
  });
  return reportOf(rows, { asOf: random.pick(DAYS), place: city.place, own: [OWN], threshold: random.pick<Threshold>([{ kind: "pace" }, MILESTONES, { kind: "fixed", rate: 0.6 }]), headers: { task: "2008-2015年下达任务", repurposed: "2017年盘活", continuing: "2017年底前开工未建成" } });
}
