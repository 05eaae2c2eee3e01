import { planChartSheet, textPoints, type Chart } from "../../src/attachments";
import { drawChart, type Shape, type TextShape } from "../../src/charts";
import { scaleOf } from "../../src/charts/scale";
import { regionName } from "../support/county-workbook";
import { reportOf, sheetOf } from "../support/grid";

const HEAD = ["县（市、区）", "棚户区改造开工任务（套）", "棚户区改造已开工（套）"];
const [WIDTH, HEIGHT] = [456, 288];

/** The chart of so many counties, every status among them. */
function chartOf(regions: number, nameOf = regionName): Chart {
  const rows = Array.from({ length: regions }, (_, index) => [nameOf(index + 1), 100, [0, 20, 70, 100, 130][index % 5] ?? 0]);
  const plan = planChartSheet(reportOf([sheetOf("目标任务", [["云中市2022年目标任务表（截至2022年6月30日）"], HEAD, ...rows])]));
  const chart = plan?.charts?.[0]?.chart;
  if (!chart) throw new Error("no chart");
  return chart;
}

const textsOf = (shapes: readonly Shape[]) => shapes.flatMap((shape) => (shape.kind === "text" ? [shape] : []));

function boxOf({ x, y, text, size, anchor }: TextShape) {
  const width = textPoints(text, size);
  const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
  return { left, right: left + width, top: y - size * 0.85, bottom: y + size * 0.2 };
}

describe("a chart as a picture", () => {
  test.each([
    [1, 2, HEIGHT],
    [5, 2, HEIGHT],
    [15, 2, HEIGHT],
    [16, 2, HEIGHT],
    [11, 4, HEIGHT],
    [16, 4, HEIGHT],
    [15, 2, 160],
  ])("of %i regions with names of %i letters, %i points high: every word lies inside it, and none over another", (regions, letters, height) => {
    const nameOf = (number: number) => `${regionName(number).slice(0, -1).padEnd(letters, "旗")}县`;
    const boxes = textsOf(drawChart(chartOf(regions, letters === 2 ? regionName : nameOf), WIDTH, height).shapes).map((shape) => ({ shape, ...boxOf(shape) }));
    expect(boxes.length).toBeGreaterThan(regions * 2);
    for (const box of boxes) expect([box.shape.text, box.left >= 0 && box.right <= WIDTH && box.top >= 0 && box.bottom <= height]).toEqual([box.shape.text, true]);
    const overlapping = boxes.flatMap((a, at) => boxes.slice(at + 1).filter((b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1).map((b) => `${a.shape.text} / ${b.shape.text}`));
    expect(overlapping).toEqual([]);
  });

  test("statuses are told apart without colour: by hatch, by sign, by the figure", () => {
    const { shapes } = drawChart(chartOf(5), WIDTH, HEIGHT);
    const columns = shapes.flatMap((shape) => (shape.kind === "rect" && shape.height > 20 && shape.x > 10 ? [shape.hatch] : []));
    expect(columns).toEqual(["sparse", "none", "dense", "solid"]);
    expect(textsOf(shapes).map(({ text }) => text)).toEqual(expect.arrayContaining(["★", "✓", "●", "○", "✕", "130.00%", "100.00%", "70.00%", "20.00%", "0.00%"]));
    expect(shapes.filter(({ kind }) => kind === "mark")).toHaveLength(2);
  });

  test("columns are as high as their rates, the pace lies at its own", () => {
    const { shapes } = drawChart(chartOf(5), WIDTH, HEIGHT);
    const heights = shapes.flatMap((shape) => (shape.kind === "rect" && shape.height > 20 && shape.x > 10 ? [shape.height] : [])).sort((a, b) => a - b);
    const [least = 1] = heights;
    expect(heights.map((height) => Math.round((height / least) * 20))).toEqual([20, 70, 100, 130]);
    const bottom = Math.max(...shapes.flatMap((shape) => (shape.kind === "rect" && shape.height > 20 && shape.x > 10 ? [shape.y + shape.height] : [])));
    const [pace] = shapes.flatMap((shape) => (shape.kind === "line" && shape.dash && shape.points.length > 2 ? [shape.points[0]?.[1] ?? 0] : []));
    expect(Math.round(((bottom - (pace ?? 0)) / least) * 2000) / 100).toBeCloseTo(49.59, 1);
  });

  test("is told in words", () => {
    expect(drawChart(chartOf(2), WIDTH, HEIGHT).text).toBe("棚户区改造开工：2个县中1个尚未开工、1个滞后；全市10.00%，低于序时进度39.59个百分点。甲二 ○ 20.00%，甲一 ✕ 0.00%；虚线为序时进度49.59%。");
  });

  test("its axis holds all values in even steps", () => {
    expect(scaleOf([0.4958, 1.05], 0.05).ticks).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1, 1.2]);
    expect(scaleOf([0], 0.05).ticks).toEqual([0, 0.05]);
    expect(scaleOf([3], 1).ticks).toEqual([0, 1, 2, 3]);
    expect(scaleOf([15], 1).ticks).toEqual([0, 5, 10, 15]);
    for (const highest of [0.001, 0.2, 0.99, 1, 1.315, 17, 250]) {
      const { max, ticks } = scaleOf([highest], 0);
      expect(max).toBeGreaterThanOrEqual(highest);
      expect(ticks.length).toBeLessThanOrEqual(9);
    }
  });
});
