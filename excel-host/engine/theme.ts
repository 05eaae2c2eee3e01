import { child, childElements, type XmlNode } from "./xml";

/** Office's own theme, for files without one: light 1, dark 1, light 2, dark 2, accents, links. */
const OFFICE = ["FFFFFF", "000000", "E7E6E6", "44546A", "4472C4", "ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47", "0563C1", "954F72"];

// Excel's first 64 indexed colours (8…63; 0…7 repeat 8…15).
const INDEXED = (
  "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF " +
  "800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF " +
  "000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 " +
  "3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333"
).split(" ");

/** The colours of a workbook's theme and palette. */
export class Theme {
  readonly colors: readonly string[];
  readonly majorFont: string | undefined;
  readonly minorFont: string | undefined;

  constructor(theme?: XmlNode) {
    const scheme = child(child(theme, "themeElements"), "clrScheme");
    // The file lists dark 1 before light 1; colour indices count light 1 first.
    const order = ["lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink"];
    this.colors = order.map((name, i) => {
      const entry = childElements(child(scheme, name))[0];
      return entry?.attrs["lastClr"] ?? (/^[0-9A-Fa-f]{6}$/.test(entry?.attrs["val"] ?? "") ? entry!.attrs["val"]! : OFFICE[i]!);
    });
    const fonts = child(child(theme, "themeElements"), "fontScheme");
    this.majorFont = eastAsianOrLatin(child(fonts, "majorFont"));
    this.minorFont = eastAsianOrLatin(child(fonts, "minorFont"));
  }

  /** A colour element (rgb, theme with tint, indexed) as "#RRGGBB"; undefined for automatic or none. */
  resolve(color: XmlNode | undefined, palette?: readonly string[]): string | undefined {
    if (!color) return undefined;
    const { rgb, theme, indexed, tint } = color.attrs;
    let base: string | undefined;
    if (rgb) base = rgb.slice(-6);
    else if (theme !== undefined) base = this.colors[Number(theme)];
    else if (indexed !== undefined) base = palette?.[Number(indexed)] ?? INDEXED[Number(indexed)];
    if (!base || !/^[0-9A-Fa-f]{6}$/.test(base)) return undefined;
    return `#${(tint ? applyTint(base, Number(tint)) : base).toUpperCase()}`;
  }
}

function eastAsianOrLatin(font: XmlNode | undefined): string | undefined {
  return child(font, "latin")?.attrs["typeface"] || undefined;
}

/** Lightens (tint > 0) or darkens (tint < 0) a colour in HLS space, as ECMA-376 18.8.19 says. */
export function applyTint(rgb: string, tint: number): string {
  const [r, g, b] = [0, 2, 4].map((i) => parseInt(rgb.slice(i, i + 2), 16) / 255) as [number, number, number];
  const max = Math.max(r, g, b);
  const min = Math.min(r, g, b);
  let l = (max + min) / 2;
  const d = max - min;
  const s = d === 0 ? 0 : d / (1 - Math.abs(2 * l - 1));
  let h = 0;
  if (d !== 0) {
    if (max === r) h = ((g - b) / d + 6) % 6;
    else if (max === g) h = (b - r) / d + 2;
    else h = (r - g) / d + 4;
  }
  l = tint < 0 ? l * (1 + tint) : l * (1 - tint) + tint;
  const c = (1 - Math.abs(2 * l - 1)) * s;
  const x = c * (1 - Math.abs((h % 2) - 1));
  const m = l - c / 2;
  const parts: [number, number, number] =
    h < 1 ? [c, x, 0] : h < 2 ? [x, c, 0] : h < 3 ? [0, c, x] : h < 4 ? [0, x, c] : h < 5 ? [x, 0, c] : [c, 0, x];
  return parts.map((part) => Math.round((part + m) * 255).toString(16).padStart(2, "0")).join("").toUpperCase();
}
