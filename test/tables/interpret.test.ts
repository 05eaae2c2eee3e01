import fc from "../support/property";
import { wordsIn } from "../../src/lexicon";
import type { CellReading } from "../../src/tables/cells";
import { headerWords, interpret, type ReadSlot, type Slot } from "../../src/tables/interpret";

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
