import { dayIn, isDayAlone, saysSinceJanuary, saysUntil, serialDate, withoutUntil, yearIn } from "../../src/cells";

describe("the day that figures stand for", () => {
  test.each([
    ["截至2021年4月23日", null, "2021-04-23"],
    ["填报单位：市住房保障办　　截止 ２０２１ 年 4 月 23 日", null, "2021-04-23"],
    ["截至4月23日", 2021, "2021-04-23"],
    ["2021年8月底棚户区改造进展情况", null, "2021-08-31"],
    ["截至6月末", 2021, "2021-06-30"],
    ["2021年1-8月进展", null, "2021-08-31"],
    ["截至2021-04-23", null, "2021-04-23"],
    ["2017年12月31日前开工未建成项目", null, null],
    ["2021年住房保障目标任务", null, null],
    ["截至2021年4月31日", null, null],
  ])("%s (title of %p) is %p", (text, year, expected) => {
    expect(dayIn(text, year)).toBe(expected);
  });

  test("a title names its year", () => {
    expect(yearIn("吕梁市2021年住房保障目标任务")).toBe(2021);
    expect(yearIn("目标任务")).toBeNull();
  });

  test.each([
    ["截至2021年4月23", null, "2021-04-23"],
    ["截至2021年4月23,", null, "2021-04-23"],
    ["3月1日调度会材料（2021年11月23日）", null, "2021-11-23"],
    ["进展（截至2021-11-05）", null, "2021-11-05"],
    ["截至2021.11.5", null, "2021-11-05"],
    ["截至11月23日", 2021, "2021-11-23"],
    ["截至1月5号", 2021, "2021-01-05"],
    ["2021年3月1日印发，数据截至2021年4月23日", null, "2021-04-23"],
    ["2021年目标任务（截至4月23日）", 2020, "2021-04-23"],
    ["截至4月，2021年任务", null, "2021-04-30"],
    ["4月23日，截至本周，2021年", null, "2021-04-23"],
    ["2021年8月底开工，截至本周", null, "2021-08-31"],
    ["二〇二一年四月二十三日", null, "2021-04-23"],
    ["二○二一年十月十日", null, "2021-10-10"],
    ["截至二零二一年十二月三十一日", null, "2021-12-31"],
    ["2021年12月底", null, "2021-12-31"],
    ["2021年1月底", null, "2021-01-31"],
    ["2021年11月份", null, "2021-11-30"],
  ])("%s (title of %p) is %p, of days said in other ways", (text, year, expected) => {
    expect(dayIn(text, year)).toBe(expected);
  });

  test.each([
    ["一季度", "2021-03-31"],
    ["第1季度末", "2021-03-31"],
    ["上半年", "2021-06-30"],
    ["二季度", "2021-06-30"],
    ["前三季度", "2021-09-30"],
    ["第3季度", "2021-09-30"],
    ["四季度", "2021-12-31"],
    ["第4季度末", "2021-12-31"],
    ["截至2021年底", "2021-12-31"],
    ["截止本年末", "2021-12-31"],
  ])("%s is its last day", (text, expected) => {
    expect(dayIn(text, 2021)).toBe(expected);
  });

  test.each([
    ["3月1日至3月31日", 2021, "2021-03-31"],
    ["9月9日—15日", 2021, "2021-09-15"],
    ["9月9日——15号", 2021, "2021-09-15"],
    ["11月11到11月30日", 2021, "2021-11-30"],
    ["2021年3月1日至11月15日", null, "2021-11-15"],
    ["2021年12月25日至2022年1月5日", null, "2022-01-05"],
    ["2020年结转，2021年3月1日至3月31日", null, "2021-03-31"],
    ["2021年进展（9月9日—15日）", null, "2021-09-15"],
    ["9月9日—15日", null, null],
  ])("the span %s (title of %p) stands for its end, %p", (text, year, expected) => {
    expect(dayIn(text, year)).toBe(expected);
  });

  test.each(["2021年12月31日前开工项目", "2021年12月31日以前开工", "2021年12月底前开工", "2021年6月前开工", "2021年10月份之前建成", "截至2017年12月31日前开工项目", "截至12月31日前开工项目", "截至2021年6月前开工项目", "我市截至2017年12月底前开工项目"])("%s is a limit and no day", (text) => {
    expect(dayIn(text, 2021)).toBeNull();
  });

  test.each(["12月31日前开工项目截至4月23日进展", "截至2021年4月23日，12月31日前开工项目进展", "截至4月23日（12月底前开工）", "统计时间4月23日，截至12月31日前开工"])("%s names its day beside a limit", (text) => {
    expect(dayIn(text, 2021)).toBe("2021-04-23");
  });

  test.each(["截至4月23日", "截至6月末", "截至一季度", "截至13月底", "2021年0月", "2021年13月"])("%s without a year, or of no month, is no day", (text) => {
    expect(dayIn(text, null)).toBeNull();
  });
});

describe("what a text says of its day", () => {
  test.each(["（2023年6月末）", "数据更新至9月20日", "数据更新时间12月20日", "数据更新时间2023年12月20号", "数据更新时间2023年12月", "数据更新时间2023年12月底", "数据更新时间2023-11-20", "数据更新时间2023/1/5", "2023.10.08", "二〇二一年四月二十三日"])("%s is a day and little else", (text) => {
    expect(isDayAlone(text)).toBe(true);
  });

  test.each(["2021年目标任务", "数据的更新时间12月20日", "数据，的更新时间：2023年", "开工", ""])("%p is not", (text) => {
    expect(isDayAlone(text)).toBe(false);
  });

  test.each(["1-9月完成", "1月至9月", "2021年1—12月", "01到10月完成", "（1——11月）", "1~9月"])("%s is summed since January", (text) => {
    expect(saysSinceJanuary(text)).toBe(true);
  });

  test.each(["11-12月", "2-9月", "1月", "9月完成", "101-9月", "1至年底"])("%s is not", (text) => {
    expect(saysSinceJanuary(text)).toBe(false);
  });

  test.each(["截至4月", "截止4月", "统计日期：", "统计时间", "数据日期", "数据时间"])("%s says as of when figures stand", (text) => {
    expect(saysUntil(text)).toBe(true);
  });

  test.each(["截流工程", "统计表", "数据来源", "填报日期"])("%s does not", (text) => {
    expect(saysUntil(text)).toBe(false);
  });

  test.each([
    ["棚改进展（截至2021年4月23日）", "棚改进展"],
    ["截至2021年8月底棚改进展", "棚改进展"],
    ["截止2021年11月末的棚改进展", "的棚改进展"],
    ["棚改进展截至2021-11-23", "棚改进展"],
    ["棚改（截至2021/1/5）进展（截至4月3号）", "棚改进展"],
    ["棚改进展", "棚改进展"],
  ])("%s without its day is %s", (text, expected) => {
    expect(withoutUntil(text)).toBe(expected);
  });
});

describe("the day of a date cell", () => {
  test.each([
    [44309, false, "2021-04-23"],
    [44309.75, false, "2021-04-23"],
    [42847, true, "2021-04-23"],
    [36526, false, "2000-01-01"],
    [73050, false, "2099-12-31"],
    [36525, false, null],
    [73051, false, null],
    ["44309", false, null],
    [true, true, null],
  ])("%p (counted from 1904: %p) is %p", (value, date1904, expected) => {
    expect(serialDate(value, date1904)).toBe(expected);
  });
});
