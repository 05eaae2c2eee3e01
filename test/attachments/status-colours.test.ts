import { STATUS_LABELS } from "../../src/progress";
import { MARKED_STATUSES, STATUS_COLOURS } from "../../src/attachments/styles";

type Rgb = [number, number, number];

const rgb = (color: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255) as Rgb;
const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const luminance = ([r, g, b]: Rgb) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
/** CIE 1976 lightness, 0 to 100: what a greyscale print keeps. */
const lightness = (color: Rgb) => 116 * Math.cbrt(luminance(color)) - 16;
const contrast = (a: Rgb, b: Rgb) => {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
};

/** Colours as the two common kinds of red-green blindness see them. Source: Viénot, Brettel and Mollon 1999, linear RGB. */
const BLINDNESS: Record<string, [Rgb, Rgb, Rgb]> = {
  protanopia: [[0.11238, 0.88762, 0], [0.11238, 0.88762, 0], [0.00401, -0.00401, 1]],
  deuteranopia: [[0.29275, 0.70725, 0], [0.29275, 0.70725, 0], [-0.02234, 0.02234, 1]],
};
const seen = (color: Rgb, matrix: [Rgb, Rgb, Rgb]): Rgb => {
  const given = color.map(linear) as Rgb;
  return matrix.map((row) => Math.min(1, Math.max(0, row.reduce((total, weight, at) => total + weight * (given[at] ?? 0), 0)))) as Rgb;
};
const distance = (a: Rgb, b: Rgb) => Math.hypot(...a.map((value, at) => (value - (b[at] ?? 0)) * 255));

const SHOWN = [...MARKED_STATUSES, "unknown"] as const;
const pairs = SHOWN.flatMap((first, at) => SHOWN.slice(at + 1).map((second) => [first, second] as const));

describe("the colours of statuses", () => {
  test.each(pairs)("%s and %s are told apart in greyscale", (first, second) => {
    const [a, b] = [lightness(rgb(STATUS_COLOURS[first].fill)), lightness(rgb(STATUS_COLOURS[second].fill))];
    expect(Math.abs(a - b)).toBeGreaterThan(4);
  });

  test.each(pairs)("%s and %s are told apart with red-green blindness", (first, second) => {
    for (const matrix of Object.values(BLINDNESS)) {
      const [a, b] = [seen(rgb(STATUS_COLOURS[first].fill), matrix), seen(rgb(STATUS_COLOURS[second].fill), matrix)];
      expect(distance(a, b)).toBeGreaterThan(20);
    }
  });

  test("nothing begun and all exceeded are far apart in greyscale, and no sign is one of rise or fall", () => {
    const [none, exceeded] = (["none", "exceeded"] as const).map((status) => lightness(rgb(STATUS_COLOURS[status].fill)));
    expect((exceeded ?? 0) - (none ?? 0)).toBeGreaterThan(15);
    expect(Object.values(STATUS_LABELS).filter(({ symbol }) => /[▲▼△▽↑↓]/.test(symbol))).toEqual([]);
  });

  test.each(SHOWN)("%s is read on its own colour", (status) => {
    const { fill, font } = STATUS_COLOURS[status];
    expect(contrast(rgb(fill), rgb(font))).toBeGreaterThan(4.5);
  });

  test("each status has a symbol of its own beside its colour", () => {
    expect(new Set(SHOWN.map((status) => STATUS_LABELS[status].symbol)).size).toBe(SHOWN.length);
  });
});
