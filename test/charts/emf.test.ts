import { emfOf, type Picture } from "../../src/charts";

const PICTURE: Picture = {
  width: 100,
  height: 50,
  text: "两个县",
  shapes: [
    { kind: "rect", x: 10, y: 10, width: 20, height: 30, fill: "#FAD7AE", line: "#6B3600", hatch: "sparse" },
    { kind: "line", points: [[0, 25], [100, 25]], color: "#1F1F1F", weight: 1.5, dash: true },
    { kind: "mark", x: 50, y: 40, size: 6, shape: "diamond", fill: "#DE7348", line: "#2B0900" },
    { kind: "mark", x: 60, y: 40, size: 6, shape: "circle", fill: "#0F548C", line: "#0F548C" },
    { kind: "text", x: 50, y: 10, text: "甲县 20%", size: 9, bold: true, color: "#262626", anchor: "middle" },
  ],
};

/** The records of a metafile: what follows each other by its own length. */
function recordsOf(bytes: Uint8Array): { type: number; view: DataView }[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const records: { type: number; view: DataView }[] = [];
  for (let at = 0; at < bytes.length; ) {
    const size = view.getUint32(at + 4, true);
    records.push({ type: view.getUint32(at, true), view: new DataView(bytes.buffer, bytes.byteOffset + at, size) });
    at += size;
  }
  return records;
}

describe("a picture as a metafile", () => {
  const records = recordsOf(emfOf(PICTURE));
  const of = (wanted: number) => records.filter(({ type }) => type === wanted).map(({ view }) => view);

  test("is a chain of records from the header, which counts them, to the end", () => {
    const [header] = of(1);
    expect(header?.getUint32(40, true)).toBe(0x464d4520);
    expect(header?.getUint32(48, true)).toBe(emfOf(PICTURE).length);
    expect(header?.getUint32(52, true)).toBe(records.length);
    expect(records.at(-1)?.type).toBe(14);
    expect(records.every(({ view }) => view.byteLength % 4 === 0)).toBe(true);
  });

  test("is as large as the picture: 100 by 50 points are 3528 by 1764 hundredths of a millimetre", () => {
    const [header] = of(1);
    expect([header?.getUint32(32, true), header?.getUint32(36, true)]).toEqual([3528, 1764]);
  });

  test("holds the words as words, centred where the picture has them", () => {
    const [text] = of(84);
    if (!text) throw new Error("no text");
    const count = text.getUint32(44, true);
    const start = text.getUint32(48, true);
    expect(String.fromCharCode(...Array.from({ length: count }, (_, at) => text.getUint16(start + 2 * at, true)))).toBe("甲县 20%");
    expect([text.getInt32(36, true), text.getInt32(40, true)]).toEqual([1000, 200]);
    expect(of(22).map((view) => view.getUint32(8, true))).toEqual([6 | 24]);
    // Each letter has its width: two Chinese ones of 9 points, three halves, a percent sign.
    const widths = text.getUint32(72, true);
    expect(Array.from({ length: count }, (_, at) => text.getUint32(widths + 4 * at, true))).toEqual([180, 180, 90, 90, 90, 135]);
  });

  test("draws the dashes and the hatch itself, inside their shapes", () => {
    const lines = of(4).map((view) => [view.getInt32(28, true), view.getInt32(32, true), view.getInt32(36, true), view.getInt32(40, true)]);
    const dashes = lines.filter(([, y1, , y2]) => y1 === 500 && y2 === 500);
    expect(dashes).toHaveLength(13);
    const hatch = lines.filter((line) => !dashes.includes(line));
    expect(hatch.length).toBeGreaterThan(4);
    for (const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] of hatch) expect([x1 >= 200, x2 <= 600, y1 <= 800, y2 >= 200]).toEqual([true, true, true, true]);
  });
});
