import type { Point, TextShape } from "./shapes";

/** Units of the drawing: twentieths of a point. */
const LOGICAL_PER_POINT = 20;
/** A screen of 96 dots an inch, to which a metafile's sizes refer. */
const DEVICE = { width: 1920, height: 1080, millimetresWide: 508, millimetresHigh: 286 };
const PIXELS_PER_POINT = 96 / 72;
const HUNDREDTHS_PER_POINT = 2540 / 72;
/** Record types of MS-EMF 2.1.1. */
const TYPE = { header: 1, polygon: 3, polyline: 4, windowExtent: 9, windowOrigin: 10, viewportExtent: 11, viewportOrigin: 12, end: 14, mapMode: 17, backgroundMode: 18, textAlign: 22, textColour: 24, select: 37, pen: 38, brush: 39, remove: 40, ellipse: 42, font: 82, text: 84 } as const;
const [ANISOTROPIC, TRANSPARENT, BASELINE] = [8, 1, 24];
const ALIGN = { start: 0, end: 2, middle: 6 } as const;
const [SOLID_PEN, NO_PEN] = [0, 5];
/** Stock objects: a brush and a pen that draw nothing. */
const [STOCK_NO_BRUSH, STOCK_NO_PEN] = [0x80000005, 0x80000008];
const CHINESE = 134;
/** How wide a percent sign is, in letters: as in the widest of the fonts that stand in for 宋体. */
const PERCENT = 0.75;
const [NORMAL, BOLD] = [400, 700];
/** Bytes of a font's description. */
const FONT_BYTES = 320;
const FACE_AT = 28;

/** How a line is drawn; weight in points. */
interface Pen {
  color: string;
  weight: number;
}

/** Writes the records of an enhanced metafile; coordinates are points. */
export class DrawingRecords {
  private readonly records: Uint8Array[] = [];

  /**
   * @param width points
   * @param height points
   * @param description what it shows
   */
  constructor(
    private readonly width: number,
    private readonly height: number,
    private readonly description: string,
  ) {
    this.numbers(TYPE.mapMode, ANISOTROPIC);
    this.numbers(TYPE.windowOrigin, 0, 0);
    this.numbers(TYPE.windowExtent, units(width), units(height));
    this.numbers(TYPE.viewportOrigin, 0, 0);
    this.numbers(TYPE.viewportExtent, Math.round(width * PIXELS_PER_POINT), Math.round(height * PIXELS_PER_POINT));
    this.numbers(TYPE.backgroundMode, TRANSPARENT);
  }

  polyline(points: readonly Point[], pen: Pen): void {
    this.with(pen, null, () => this.points(TYPE.polyline, points));
  }

  polygon(points: readonly Point[], fill: string, pen: Pen | null): void {
    this.with(pen, fill, () => this.points(TYPE.polygon, points));
  }

  ellipse(x: number, y: number, width: number, height: number, fill: string, pen: Pen): void {
    this.with(pen, fill, () => this.numbers(TYPE.ellipse, units(x), units(y), units(x + width), units(y + height)));
  }

  /** One line of text; a letter is as wide as it is high, digits and Latin letters half as wide. */
  text({ text, x, y, size, bold, color, anchor }: TextShape, face: string): void {
    this.font(face, size, bold);
    this.numbers(TYPE.select, 1);
    this.numbers(TYPE.textAlign, ALIGN[anchor] | BASELINE);
    this.numbers(TYPE.textColour, colour(color));
    const letters = [...text].flatMap((letter) => {
      const width = units(size * (letter === "%" ? PERCENT : letter.charCodeAt(0) < 0x100 ? 0.5 : 1));
      return letter.length === 1 ? [width] : [width, 0];
    });
    const textBytes = Math.ceil((text.length * 2) / 4) * 4;
    const body = new DataView(new ArrayBuffer(68 + textBytes + 4 * letters.length));
    const scale = HUNDREDTHS_PER_POINT / PIXELS_PER_POINT;
    body.setInt32(8, -1, true);
    body.setInt32(12, -1, true);
    body.setUint32(16, 1, true);
    body.setFloat32(20, scale, true);
    body.setFloat32(24, scale, true);
    body.setInt32(28, units(x), true);
    body.setInt32(32, units(y), true);
    body.setUint32(36, text.length, true);
    // Where the letters and their widths stand, from the record's beginning.
    body.setUint32(40, 76, true);
    body.setUint32(64, 76 + textBytes, true);
    for (let at = 0; at < text.length; at++) body.setUint16(68 + 2 * at, text.charCodeAt(at), true);
    letters.forEach((width, at) => body.setUint32(68 + textBytes + 4 * at, width, true));
    this.record(TYPE.text, body);
    this.numbers(TYPE.remove, 1);
  }

  /** The whole file. */
  finish(): Uint8Array {
    this.numbers(TYPE.end, 0, 16, 20);
    const header = this.header();
    const all = [header, ...this.records];
    const bytes = new Uint8Array(all.reduce((total, { length }) => total + length, 0));
    let at = 0;
    for (const one of all) {
      bytes.set(one, at);
      at += one.length;
    }
    return bytes;
  }

  private header(): Uint8Array {
    const description = `\0${this.description}\0\0`;
    const size = 108 + Math.ceil((description.length * 2) / 4) * 4;
    const view = new DataView(new ArrayBuffer(size));
    const total = this.records.reduce((sum, { length }) => sum + length, size);
    const u32 = (at: number, value: number) => view.setUint32(at, value, true);
    u32(0, TYPE.header);
    u32(4, size);
    u32(16, Math.round(this.width * PIXELS_PER_POINT) - 1);
    u32(20, Math.round(this.height * PIXELS_PER_POINT) - 1);
    u32(32, Math.round(this.width * HUNDREDTHS_PER_POINT));
    u32(36, Math.round(this.height * HUNDREDTHS_PER_POINT));
    u32(40, 0x464d4520);
    u32(44, 0x10000);
    u32(48, total);
    u32(52, this.records.length + 1);
    // Two objects: a pen or font, and a brush.
    view.setUint16(56, 3, true);
    u32(60, description.length);
    u32(64, 108);
    u32(72, DEVICE.width);
    u32(76, DEVICE.height);
    u32(80, DEVICE.millimetresWide);
    u32(84, DEVICE.millimetresHigh);
    u32(100, DEVICE.millimetresWide * 1000);
    u32(104, DEVICE.millimetresHigh * 1000);
    for (let at = 0; at < description.length; at++) view.setUint16(108 + 2 * at, description.charCodeAt(at), true);
    return new Uint8Array(view.buffer);
  }

  /** Draws with a pen and a brush; null: without. */
  private with(pen: Pen | null, fill: string | null, draw: () => void): void {
    if (pen) this.numbers(TYPE.pen, 1, pen.weight > 0 ? SOLID_PEN : NO_PEN, units(pen.weight), 0, colour(pen.color));
    if (fill !== null) this.numbers(TYPE.brush, 2, 0, colour(fill), 0);
    this.numbers(TYPE.select, pen ? 1 : STOCK_NO_PEN);
    this.numbers(TYPE.select, fill === null ? STOCK_NO_BRUSH : 2);
    draw();
    this.numbers(TYPE.select, STOCK_NO_PEN);
    this.numbers(TYPE.select, STOCK_NO_BRUSH);
    if (pen) this.numbers(TYPE.remove, 1);
    if (fill !== null) this.numbers(TYPE.remove, 2);
  }

  private points(type: number, points: readonly Point[]): void {
    const coordinates = points.map(([x, y]) => [units(x), units(y)] as const);
    const [xs, ys] = [coordinates.map(([x]) => x), coordinates.map(([, y]) => y)];
    this.numbers(type, Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys), points.length, ...coordinates.flat());
  }

  private font(face: string, size: number, bold: boolean): void {
    const body = new DataView(new ArrayBuffer(4 + FONT_BYTES));
    body.setUint32(0, 1, true);
    body.setInt32(4, -units(size), true);
    body.setInt32(20, bold ? BOLD : NORMAL, true);
    body.setUint8(27, CHINESE);
    for (let at = 0; at < Math.min(face.length, 31); at++) body.setUint16(4 + FACE_AT + 2 * at, face.charCodeAt(at), true);
    this.record(TYPE.font, body);
  }

  private numbers(type: number, ...values: number[]): void {
    const body = new DataView(new ArrayBuffer(4 * values.length));
    values.forEach((value, at) => body.setUint32(4 * at, value >>> 0, true));
    this.record(type, body);
  }

  private record(type: number, body: DataView): void {
    const bytes = new Uint8Array(8 + body.byteLength);
    const view = new DataView(bytes.buffer);
    view.setUint32(0, type, true);
    view.setUint32(4, bytes.length, true);
    bytes.set(new Uint8Array(body.buffer), 8);
    this.records.push(bytes);
  }
}

function units(points: number): number {
  return Math.round(points * LOGICAL_PER_POINT);
}

/** #RRGGBB as a metafile has it: red in the lowest byte. */
function colour(text: string): number {
  const value = Number.parseInt(text.slice(1), 16);
  return ((value & 0xff) << 16) | (value & 0xff00) | (value >> 16);
}
