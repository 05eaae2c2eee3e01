import fc from "../support/property";
import { wordsIn } from "../../src/lexicon";
import type { CellReading } from "../../src/cells";
import { headerWords, interpret, type ReadSlot, type Slot } from "../../src/interpret";

const number = (value: number, percent = false): CellReading => ({ kind: "number", value, decimals: Number.isInteger(value) ? 0 : 4, unit: null, percent, numeric: true });

/** Slots from headers (levels parted by /) and rows of figures. */
function slotsOf(headers: readonly string[], rows: readonly (readonly number[])[]): Slot[] {
  return headers.map((header, column) => ({
    column,
    path: header.split("/"),
    numbers: rows.length,
    words: 0,
    doubtful: 0,
    cells: rows.map((row) => number(row[column] ?? 0)),
  }));
}

function read(headers: readonly string[], rows: readonly (readonly number[])[], title = "某市2023年进展情况表"): ReadSlot[] {
  return interpret(slotsOf(headers, rows), { titles: [title], sheet: "表", year: 2023, placeName: (column) => `${String.fromCharCode(66 + column)}列` });
}

const meanings = (slots: readonly ReadSlot[]) => slots.map(({ meaning }) => (meaning && "indicator" in meaning ? `${meaning.kind} ${meaning.indicator}` : (meaning?.kind ?? "none")));

const ROWS = [[200, 100, 0.5], [100, 40, 0.4], [50, 10, 0.2]];

describe("a header is cut into words", () => {
  test("no sign of it is lost, whatever it says", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (text) => expect(wordsIn(text).map((token) => token.text).join("")).toBe(text)));
  });

  test.each([
    ["新增义务教育学位任务", "新增义务教育学位"],
    ["新建改扩建学校(所)", "新建改扩建学校"],
    ["年度目标任务", ""],
    ["保障性租赁住房计划筹集(套)", "保障性租赁住房"],
    ["2、完成投资(万元)", ""],
    ["数字影院(个)", "数字影院"],
  ])("%s is about “%s”", (header, subject) => expect(headerWords(header).subject).toBe(subject));

  test.each(["供应", "效率", "未成年人", "余额"])("%s says no role by a word that stands in it", (word) => {
    expect(headerWords(word).roles.filter(({ role }) => role !== "done")).toEqual([]);
  });
});

/** What offices count, typed without the lexicon at hand. */
const COUNTED = [
  "装配式建筑发展 数字乡村建设 老年助餐点 城市书房 智慧停车泊位 消防水源 应急避难场所 乡村振兴车间 高标准农田 撂荒地复耕 油茶低产林改造 水稻机插秧 秸秆综合利用 粪污资源化利用 病死畜禽无害化处理 村级集体经济 土地流转 农机购置补贴 高素质农民培育 耕地质量监测点 中小河流治理 山洪灾害防治 农村饮水安全 小型水库除险加固",
  "水土流失治理 河道清淤 农村生活污水治理 黑臭水体整治 入河排污口整治 散煤替代 老旧车辆淘汰 危险废物规范化 建设用地土壤调查 造林绿化 森林抚育 退化林修复 古树名木保护 公益林落界 义务植树 湿地修复 国土绿化 学前教育普及 义务教育薄弱环节改善 校园食堂改造 教师交流轮岗 控辍保学 中职招生 体育场地设施",
  "全民健身步道 农家书屋 送戏下乡 非遗工坊 旅游厕所 A级景区创建 民宿等级评定 文物保护修缮 健康细胞建设 家庭医生签约 适龄儿童窝沟封闭 新生儿疾病筛查 妇女两癌检查 献血 村卫生室标准化 托位建设 长护险参保 医保参保 城乡低保核查 特困供养 临时救助 孤儿助学 残疾人家庭无障碍改造 康复服务",
  "退役军人安置 优抚对象体检 双拥共建 殡葬设施 婚俗改革 社区工作者培训 志愿服务站 网格员配备 信访积案化解 矛盾纠纷调处 法律援助 社区矫正 公证办理 反诈宣传 涉诈重点人员劝返 交通安全设施 农村公路养护 危桥改造 客货邮融合站点 公交线路优化 充电桩 加氢站 5G基站 千兆光网",
  "工业企业上云 技改投资 专精特新企业培育 小升规 个转企 招商引资到位资金 外贸进出口 跨境电商 限上商贸单位 家政从业人员培训 放心消费示范店 食品抽检 药品抽检 特种设备检验 计量惠民 质量提升 知识产权质押融资 专利转化 科技特派员 高新技术企业申报 研发投入 人才公寓 大学生实习岗位 青年驿站",
  "零工市场 职业技能培训 创业担保贷款 社保卡发行 农民工工资保证金 违建拆除 裸露土地覆盖 口袋公园 绿道 海绵城市 雨污分流 燃气管网更新 供水管网改造 二次供水 电梯加装 老旧小区 城中村 棚户区改造 保障性租赁住房 物业服务进驻 生活垃圾分类 厨余垃圾处理 建筑垃圾资源化 户厕改造",
  "清洁取暖 光伏扶贫电站 易地搬迁后续扶持 防返贫监测 小额信贷 消费帮扶 以工代赈 公益性岗位 村级议事协商 党员教育培训 发展党员 软弱涣散村整顿 驻村干部选派 档案数字化 政务服务事项 一网通办 证照分离 惠企政策兑现 中小企业账款清欠 政府采购 国有资产处置 隐性债务化解 财政预算评审 村账乡代管",
  "地质灾害治理 矿山修复 不动产登记 批而未供土地处置 闲置土地处置 耕地占补平衡 林长制巡查 气象预警终端 防汛物资储备 避险转移演练 安全生产标准化 隐患排查 烟花爆竹打非 加油站检查 粮食收储 储备粮轮换 生猪存栏 能繁母猪 奶牛 蔬菜 中药材种植 茶园改造 设施农业 冷库",
  "品牌认证 农产品追溯 渔业增殖放流 休渔船舶",
].flatMap((line) => line.split(" "));

describe("a name keeps every sign, whatever stands behind it", () => {
  test.each(COUNTED)("%s", (name) => {
    for (const behind of ["任务", "完成数", "(个)"]) {
      const { subject, verb } = headerWords(`${name}${behind}`);
      expect([subject, `${subject}${verb}`]).toContain(name);
    }
  });
});

describe("columns are interpreted together", () => {
  test("numbers come before words: of columns that nobody has named so before, the rate is what was done by its base", () => {
    expect(meanings(read(["承办件数(件)", "答复件数(件)", "答复率"], ROWS, "来信来访办理情况表"))).toEqual(["target own:来信来访办理", "done own:来信来访办理", "rate own:来信来访办理"]);
  });

  test("a column whose header counts something is no rate, even where its figures are those of another pair's", () => {
    const rows = [1, 2, 3, 4, 5].map((done) => [100 + done, done, 1000, 10 * done]);
    const slots = read(["棚户区改造开工任务(套)", "棚户区改造已开工(套)", "投资计划(万元)", "完成投资(万元)"], rows);
    expect(meanings(slots)).toEqual(["target starts", "done starts", "target investment", "done investment"]);
    expect(slots.map(({ runnerUp }) => runnerUp?.meaning?.kind).filter((kind) => kind === "rate")).toEqual([]);
  });

  test("of two stages a rate is of the one that more rows bear out, whatever its header says", () => {
    const slots = read(["应急广播终端(个)/任务", "应急广播终端(个)/已完成", "应急广播终端(个)/已贯通", "应急广播终端(个)/完成率"], [[40, 5, 5, 0.125], [20, 4, 4, 0.2], [25, 10, 5, 0.2], [16, 8, 4, 0.25], [50, 3, 3, 0.06]]);
    expect(meanings(slots).at(-1)).toBe(meanings(slots)[2]?.replace("done", "rate"));
  });

  test("what only its rate joins is called after the header over it", () => {
    expect(meanings(read(["微心愿(个)/征集", "微心愿(个)/认领", "微心愿(个)/认领率"], ROWS, "党员报到通报"))).toEqual(["target own:微心愿", "done own:微心愿", "rate own:微心愿"]);
  });

  test("parts under 其中 that say no role are of what they add up to", () => {
    const slots = read(["任务(套)", "累计筹集(套)", "其中/改建", "其中/盘活"], [[200, 100, 60, 40], [100, 40, 40, 0], [50, 10, 7, 3]], "保障性租赁住房筹集情况");
    expect(meanings(slots).slice(2)).toEqual(["done own:改建", "done own:盘活"]);
    expect(slots[3]?.partOf).toBe("own:保障性租赁住房");
  });

  test("a part that says 其中 itself is of the whole before it, whatever parts stand between", () => {
    const slots = read(["任务(套)", "累计筹集(套)", "其中:改建", "其中:盘活"], [[200, 100, 60, 40], [100, 40, 40, 0], [50, 10, 7, 3]], "保障性租赁住房筹集情况");
    expect(meanings(slots).slice(2)).toEqual(["done own:改建", "done own:盘活"]);
  });

  test("one target with two stages is one indicator a stage, each with that target", () => {
    const slots = read(["农村危房改造(户)/年度任务", "农村危房改造(户)/已开工", "农村危房改造(户)/已竣工"], [[200, 100, 50], [100, 40, 20], [50, 10, 5]]);
    expect(meanings(slots)).toEqual(["target own:农村危房改造开工", "done own:农村危房改造开工", "done own:农村危房改造竣工"]);
    expect(slots[0]?.also).toEqual([{ kind: "target", indicator: "own:农村危房改造竣工" }]);
  });

  test("money is never what was done of a count", () => {
    const slots = read(["危房改造任务(户)", "已拨付(万元)"], [[200, 100], [100, 40], [50, 10]]);
    const [task, paid] = meanings(slots);
    expect(task).toMatch(/^target /);
    expect(paid).not.toBe(task?.replace("target", "done"));
  });

  test("what was done of one stage is the task of the next, where the header says done and a rate tells it", () => {
    const rows = [[200, 100, 0.5, 60, 0.6], [100, 40, 0.4, 30, 0.75], [50, 10, 0.2, 9, 0.9]];
    const [, signed, , granted] = read(["应申领人数", "已申领人数", "申领率", "已发放人数", "发放率"], rows, "优待证申领发放进度表");
    expect(signed?.also).toEqual([{ ...granted?.meaning, kind: "target" }]);
    const [, tested, , passed] = read(["计划检测", "已检测", "检测率", "合格", "合格率"], rows, "农产品抽检进度表");
    expect([tested?.also, passed?.meaning?.kind]).toEqual([[], "done"]);
  });

  test("the year's plan is the task, though a rate is of the plan of its first three quarters", () => {
    const band = "全市重点项目完成情况";
    const rows = [[200, 150, 100, 66.67], [100, 80, 40, 50], [50, 30, 10, 33.33]];
    const slots = read(["年度投资计划", "前三季度投资计划", "1-7月完成投资", "完成前三季度目标任务占比(%)"].map((leaf) => `${band}/${leaf}`), rows, "2018年重点项目进展情况");
    expect(slots.slice(0, 3).map(({ meaning }) => meaning?.kind)).toEqual(["target", undefined, "done"]);
  });

  test("a sign that measures belongs to the one before it, and a bound to its name", () => {
    expect(["建筑业总产值", "亿元以上项目", "优待证"].map((text) => headerWords(text).subject)).toEqual(["建筑业总产值", "亿元以上项目", "优待证"]);
    expect(headerWords("完成套数").subject).toBe("");
  });

  test("a verb that no list knows belongs to the subject above it", () => {
    expect(meanings(read(["玉米/计划播种", "玉米/已播", "大豆/计划播种", "大豆/已播"], [[4, 2, 3, 1], [6, 3, 5, 2], [8, 1, 7, 3]]))).toEqual(["target own:玉米", "done own:玉米", "target own:大豆", "done own:大豆"]);
  });

  test("growth, ranks and deadlines are no progress", () => {
    expect(meanings(read(["同比增长(%)", "排名", "完成时限"], [[5, 1, 12], [6, 2, 11], [7, 3, 10]]))).toEqual(["none", "none", "none"]);
  });

  test("each column says why, the arithmetic first", () => {
    const [target] = read(["棚户区改造/任务", "棚户区改造/开工", "棚户区改造/进度"], ROWS);
    expect(target?.why[0]).toBe("D列＝C列÷B列，3行全部相符");
  });

  test("a typing error in one row changes no column's meaning", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 10, max: 900 }), fc.integer({ min: 1, max: 9 })), { minLength: 5, maxLength: 12 }), fc.nat(), (pairs, at) => {
        const rows = pairs.map(([target, tenths]) => [target * 10, target * tenths, tenths / 10]);
        const before = meanings(read(["任务", "完成", "完成率"], rows, "某市2023年公租房进展"));
        const wrong = rows.map((row, index) => (index === at % rows.length ? [row[0] ?? 0, row[1] ?? 0, 0.999] : row));
        expect(meanings(read(["任务", "完成", "完成率"], wrong, "某市2023年公租房进展"))).toEqual(before);
      }),
      { numRuns: 100 },
    );
  });
});
