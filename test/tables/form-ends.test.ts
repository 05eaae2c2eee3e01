import { reportOf, sheetOf } from "../support/grid";

/** A form of one region as offices hand it up, its header of its own. */
const form = (region: string, target: number | "", done: number | "") => [[`${region}2021年住房保障目标任务完成情况表`], ["指标", "单位", "目标任务", "完成情况"], ["棚户区改造", "套", target, done]];

describe("a form among others under one another", () => {
  test("is read by its own rows, whatever the forms below it hold", () => {
    const { indicators, regions } = reportOf([sheetOf("各县上报", [...form("长沙市", 0, 0), ...form("株洲市", 1, 0), ...form("湘潭市", "", ""), ...form("衡阳市", 0, 0), ...form("岳阳市", 1, 0)])]);
    expect(regions.map(({ name }) => name)).toEqual(["长沙市", "株洲市", "湘潭市", "衡阳市", "岳阳市"]);
    expect(indicators.map(({ id, regions: rows }) => [id, rows.flatMap(({ region, target }) => (target ? [[region, target.value]] : []))])).toEqual([["starts", [["株洲市", 1], ["岳阳市", 1]]]]);
  });
});
