import { bareRegion, belongsTo, gazetteerOf, isAsideLabel, isRegionHeader, isSameUnit, loadNationalList, learnRegionNames, looksLikeLower, looksLikeRegion, isSubtotalLabel, isTotalLabel, parentOf, shortRegion } from "../../src/regions";

const LVLIANG = gazetteerOf([
  { name: "吕梁市", units: ["离石区", "孝义市", "汾阳市", "文水县", "交城县", "兴县", "临县", "柳林县"] },
]);

describe("region names", () => {
  test.each(["离石区", "离  石  区", "兴 县", "经开区", "吕梁经济技术开发区", "市本级", "湘西州", "科尔沁左翼后旗"])(
    "%s reads like a region",
    (label) => expect(looksLikeRegion(label)).toBe(true),
  );

  test.each(["县（市、区）", "合计", "全市", "南关小区", "世纪广场A片区", "老旧城区", "棚户区", "地区", "2021年"])(
    "%s is no region",
    (label) => expect(looksLikeRegion(label)).toBe(false),
  );

  test.each(["县（市、区）", "乡镇（街道）", "乡镇（街道）名称", "街道（乡镇）及项目", "县（市、区）/单位", "行政区", "项目属地"])("%s stands over regions", (header) => expect(isRegionHeader(header)).toBe(true));

  test.each(["镇（街道）工会", "县（市）小计", "单位（盖章）：永和县人社局"])("%s does not, though it begins like that", (header) => expect(isRegionHeader(header)).toBe(false));

  test.each(["合计", "合 计", "总计", "全市", "全市合计", "合计（全市）", "全省", "吕梁市合计", "街道合计", "村合计"])("%s is a total", (label) =>
    expect(isTotalLabel(label)).toBe(true),
  );

  test.each(["小计", "离石区小计", "市辖区合计", "殿前街道合计"])("%s is the total of some rows only", (label) =>
    expect([isTotalLabel(label), isSubtotalLabel(label)]).toEqual([false, true]),
  );

  test.each([
    ["离石区", "离石"],
    ["兴县", "兴县"],
    ["湘西土家族苗族自治州", "湘西"],
    ["经开区", "经开区"],
    ["市本级", "市本级"],
    ["巴音郭楞蒙古自治州", "巴音郭楞"],
  ])("%s is %s in lists", (name, short) => expect(shortRegion(name)).toBe(short));

  test("short, long, padded and prefixed names are one region", () => {
    const names = learnRegionNames(["离石", "孝义市", "交 城 县", "吕梁市文水县", "兴县人民政府", "柳林"], LVLIANG);
    expect(["离石", "离  石  区", "交城", "文水县", "兴 县", "柳林"].map(names.canonical)).toEqual([
      "离石区",
      "离石区",
      "交城县",
      "文水县",
      "兴县",
      "柳林县",
    ]);
  });

  test("经开区 and 吕梁经济技术开发区 are one region where there is one such zone", () => {
    const one = learnRegionNames(["经开区", "吕梁经济技术开发区"], null, [], [["经开区"], ["吕梁经济技术开发区"]]);
    expect(one.canonical("吕梁经济技术开发区")).toBe("经开区");
    const two = learnRegionNames(["甲市经济技术开发区", "乙市经济技术开发区"], null);
    expect(two.canonical("甲市经济技术开发区")).toBe("甲市经济技术开发区");
  });

  test("a county may be called as its prefecture is: 喀什 is 喀什市 where no table has both", () => {
    const list = gazetteerOf([{ name: "喀什地区", units: ["喀什市", "疏附县", "疏勒县", "塔什库尔干塔吉克自治县"] }]);
    const shortOnly = learnRegionNames(["喀什", "疏附", "疏勒", "喀什市", "塔县", "塔什库尔干县"], list, [], [["喀什", "疏附", "疏勒", "塔县"], ["喀什市", "塔什库尔干县"]]);
    expect([shortOnly.isWhole("喀什"), shortOnly.canonical("喀什"), shortOnly.canonical("塔县")]).toEqual([false, "喀什市", "塔什库尔干县"]);
    const both = learnRegionNames(["喀什", "喀什市", "疏附县", "疏勒县"], list);
    expect([both.isWhole("喀什"), both.isWhole("喀什市")]).toEqual([true, false]);
  });

  test("a zone's name with signs left out is that zone, but beside it in one table", () => {
    const list = gazetteerOf([{ name: "漳州市", units: ["芗城区", "龙文区", "龙海区"] }]);
    const labels = ["芗城区", "龙文区", "漳州台商投资区", "台商区"];
    expect(learnRegionNames(labels, list, [], [labels.slice(0, 3), ["芗城区", "台商区"]]).canonical("台商区")).toBe("漳州台商投资区");
    expect(learnRegionNames(labels, list).canonical("台商区")).toBe("台商区");
  });

  test.each([["占城镇", true], ["刘集镇", true], ["小城镇", false], ["各乡镇", false]])("%s reads like a town: %p", (label, expected) => expect(looksLikeLower(label)).toBe(expected));

  test("经开区 and 三山经开区 in one table are two regions", () => {
    const names = learnRegionNames(["镜湖区", "经开区", "三山经开区"], null);
    expect(names.canonical("经开区")).toBe("经开区");
    expect(names.canonical("三山经开区")).toBe("三山经开区");
  });

  test.each([
    ["长白山管委会", "长白山管委会"],
    ["经开区管委会", "经开区"],
    ["滁州市经开区管理委员会", "滁州市经开区"],
    ["离石区人民政府", "离石区"],
  ])("%s is %s: what has no rank is called by who governs it", (label, name) => expect(bareRegion(label)).toBe(name));

  test.each(["去年同期", "较上期增加", "比上月增长", "全市平均", "与上年同期比±%"])("%s is beside the regions, and none", (label) => expect(isAsideLabel(label)).toBe(true));

  test.each(["新增", "东区", "本级", "全年累计"])("%s may be one", (label) => expect(isAsideLabel(label)).toBe(false));

  test("a name that is no unit of the city does not belong; zones and the city's own level do", () => {
    const names = learnRegionNames(["离石区", "孝义市", "汾阳市", "文水县", "桃源县", "经开区", "市本级"], LVLIANG);
    expect(names.parent?.name).toBe("吕梁市");
    const { parent } = names;
    expect(["桃源县", "离石区", "经开区", "市本级"].map((name) => parent && belongsTo(parent, name))).toEqual([false, true, true, true]);
  });

  test("where no city can be told, nothing is unknown", () => {
    const names = learnRegionNames(["甲区", "乙区", "丙区"], LVLIANG);
    expect(names.parent).toBeNull();
  });

  test("the national list knows the 13 units of 吕梁 and the 14 prefectures of 湖南", async () => {
    const list = await loadNationalList();
    expect(list.parents.find(({ name }) => name === "吕梁市")?.units.length).toBe(13);
    expect(list.parents.find(({ name }) => name === "湖南省")?.units.length).toBe(14);
    expect(list.parents.find(({ name }) => name === "北京市")?.units.length).toBe(16);
  });
});

test("every unit of the national list is known by its name, its short form and that with its rank, each with all that it belongs to", async () => {
  const { parents, knows, parentsHaving } = await loadNationalList();
  for (const parent of parents) {
    for (const unit of [...parent.units, ...(parent.others ?? [])]) {
      const short = shortRegion(unit);
      for (const name of [unit, short, ...(short === unit ? [] : [`${short}${unit.at(-1)}`])]) expect([name, parentsHaving(name).includes(parent), knows(name)]).toEqual([name, true, true]);
    }
  }
  expect(["", "某某县", "石离区"].filter(knows)).toEqual([]);
});

describe("region names of other provinces", () => {
  test.each([
    ["万盛经开区", ["两江新区", "万盛经开区"], "万盛经开区"],
    ["东侨经济技术开发区", ["东侨经开区", "东侨经济技术开发区"], "东侨经开区"],
    ["高新区", ["高新技术产业开发区", "高新区"], "高新区"],
    ["滁州经开区", ["天长市", "滁州经开区", "高新区"], "滁州经开区"],
  ])("%s among %p is %s", (label, labels, canonical) => expect(learnRegionNames(labels, null).canonical(label)).toBe(canonical));

  test("a name and its abbreviation are one region", () => {
    const names = learnRegionNames(["湘西州", "湘西土家族苗族自治州", "博州", "博尔塔拉蒙古自治州"], null);
    expect(names.canonical("湘西州")).toBe("湘西土家族苗族自治州");
    expect(names.canonical("博州")).toBe("博尔塔拉蒙古自治州");
  });

  test.each([
    ["甲二零县", "甲一二零县"],
    ["鄂托克旗", "鄂托克前旗"],
    ["科左旗", "科尔沁左翼中旗"],
    ["新区县", "新城街区县"],
  ])("%s is no abbreviation of %s: they are two regions", (name, other) => {
    expect(learnRegionNames([name, other], null).canonical(name)).toBe(name);
    expect(isSameUnit(other, name)).toBe(false);
  });

  test.each([
    ["博州", "博尔塔拉蒙古自治州"],
    ["科右前旗", "科尔沁右翼前旗"],
    ["鄂前旗", "鄂托克前旗"],
    ["酉阳县", "酉阳土家族苗族自治县"],
  ])("%s is %s", (name, full) => {
    expect(learnRegionNames([name, full], null).canonical(name)).toBe(full);
    expect(isSameUnit(full, name)).toBe(true);
  });

  test("博州 and the 兵团 belong to 新疆, counties run by the province to 河南", async () => {
    const list = await loadNationalList();
    const belongs = (city: string, name: string) => belongsTo(list.parents.find((one) => one.name === city)!, name);
    expect(["博州", "克州", "兵团", "石河子市"].map((name) => belongs("新疆维吾尔自治区", name))).toEqual([true, true, true, true]);
    expect([belongs("河南省", "巩义市"), belongs("河南省", "离石区"), belongs("洛阳市", "孟津县"), belongs("洛阳市", "孟津区")]).toEqual([true, false, true, true]);
  });

  test("nobody misses units that were renamed, and nobody misses the new ones beside the old", () => {
    const parent = { name: "洛阳市", units: ["涧西区", "孟津区"], others: ["孟津县"] };
    expect(parentOf(["涧西区", "孟津县"], gazetteerOf([parent]))).toBe(parent);
  });
});

test.each([
  ["杭州市", ["上城区", "拱墅区", "临平区", "钱塘区"], ["下城区", "江干区"]],
  ["洛阳市", ["孟津区", "偃师区"], ["孟津县", "偃师市", "吉利区"]],
  ["三明市", ["三元区", "沙县区"], ["梅列区", "沙县"]],
])("%s is missing units of today (%p) and none that were merged or renamed in 2021 (%p)", async (name, today, former) => {
  const { units, others = [] } = (await loadNationalList()).parents.find((one) => one.name === name)!;
  expect(units).toEqual(expect.arrayContaining(today));
  expect(units.filter((unit) => former.includes(unit))).toEqual([]);
  expect(others).toEqual(expect.arrayContaining(former));
});

test("a bracket after a name is no part of it where the name stands but once", () => {
  expect(learnRegionNames(["离石区（市本级）", "孝义市"], null).canonical("离石区（市本级）")).toBe("离石区");
  expect(learnRegionNames(["离石区（市本级）", "离石区"], null).canonical("离石区（市本级）")).toBe("离石区(市本级)");
});
