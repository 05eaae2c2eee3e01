import { placeOf, unitsBelow } from "../../src/progress";

const CELL = { sheet: "表", row: 0, column: 0 };
const of = (place: string | null, names: readonly string[]) => placeOf({ place, regions: names.map((name) => ({ name, shortName: name, source: CELL })) });

describe("an area keeps the words of its own level", () => {
  test.each([
    ["黔南布依族苗族自治州", "全州", "我州", "省"],
    ["锡林郭勒盟", "全盟", "我盟", "自治区"],
    ["大兴安岭地区", "全地区", "我地区", "省"],
    ["隆林各族自治县", "全县", "我县", "上级"],
    ["鄂伦春自治旗", "全旗", "我旗", "上级"],
    ["雁塔区", "全区", "我区", "市"],
    ["城关镇", "全镇", "我镇", "县"],
    ["湖南省", "全省", "我省", "国家"],
    ["全国", "全国", "全国", ""],
  ])("%s: %s, %s", (place, whole, own, superior) => {
    expect(of(place, ["甲县", "乙县"])).toMatchObject({ whole, own, superior });
  });

  test.each([
    [["雉城街道", "林城镇"], "全县"],
    [["省教育厅", "省农业农村厅"], "全省"],
    [["北京市", "河北省", "内蒙古自治区", "新疆生产建设兵团"].slice(1), "全国"],
    [["第一师阿拉尔市", "第二师铁门关市"], "全兵团"],
    [["红旗农场", "友谊农场"], ""],
    [["甲县", "经开区"], "全市"],
  ])("where nothing names it, %j are of %s", (names, whole) => {
    expect(of(null, names).whole).toBe(whole);
  });
});

describe("what units are called together", () => {
  test.each([
    [["兴县", "离石区", "孝义市"], "县（市、区）", "县市区", "各县（市、区）人民政府"],
    [["兴县", "经开区", "市本级"], "县（区）", "县区", "各县（区）人民政府"],
    [["长沙市", "湘西土家族苗族自治州"], "市（州）", "市州", "各市（州）人民政府"],
    [["雉城街道", "林城镇", "水口乡"], "乡镇（街道）", "乡镇街道", "各乡镇人民政府、街道办事处"],
    [["林城镇", "水口乡"], "乡镇", "乡镇", "各乡镇人民政府"],
    [["雉城街道", "龙山街道"], "街道", "街道", "各街道办事处"],
    [["林城镇", "长兴经济开发区"], "乡镇（园区）", "乡镇园区", "各乡镇人民政府"],
    [["东街村", "北门社区"], "村（社区）", "村社区", "各村（社区）"],
    [["河北省", "北京市", "西藏自治区"], "省（自治区、直辖市）", "省区市", "各省、自治区、直辖市人民政府"],
    [["山西省", "新疆生产建设兵团"], "省（自治区、直辖市）", "省区市", "各省、自治区、直辖市人民政府，新疆生产建设兵团"],
    [["省教育厅", "省财政厅"], "部门", "部门", "各有关部门"],
    [["红旗农场", "友谊农场"], "农场", "农场", "各农场"],
    [["兴县", "市教育局"], "县和有关单位", "单位", "各县人民政府，各有关单位"],
    [["第一中学", "省建工集团"], "单位", "单位", "各有关单位"],
    [["经开区", "高新区"], "开发区", "开发区", "各开发区管委会"],
  ])("%j: %s, %s, %s", (names, formal, informal, addressees) => {
    expect(unitsBelow(names)).toMatchObject({ formal, informal, addressees });
  });

  test("over a column of counties stands 县（市、区） whatever they are, over others their own name", () => {
    expect(unitsBelow(["兴县", "方山县"]).header).toBe("县（市、区）");
    expect(unitsBelow(["雉城街道", "林城镇"]).header).toBe("乡镇（街道）");
    expect(unitsBelow(["兴县", "市教育局"]).header).toBe("单位");
  });
});
