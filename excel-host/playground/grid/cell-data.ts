import type * as Core from "@univerjs/core";
import type { BorderSide, CellStyle, CellView } from "../../engine";
import { dataBarDrawing, iconDrawing } from "./drawings";
import { fontStack } from "./fonts";

type Data = Core.ICellDataForSheetInterceptor;

/** The colour of the corner that tells of a note, as Excel's. */
const NOTE_MARK = { color: "#c00000", size: 6 };

/**
 * A cell of the host as Univer draws it.
 *
 * @param view the cell, conditional formats included
 * @param text what is written in it: `view.text`, or #### where a number is too wide
 * @returns undefined for a cell with nothing in it and nothing on it
 */
export function cellData(view: CellView, text: string, core: typeof Core): Data | undefined {
  const { style } = view;
  const custom = [
    ...(view.dataBar ? [dataBarDrawing(view.dataBar)] : []),
    ...(view.icon ? [iconDrawing(view.icon)] : []),
  ];
  const bare = text === "" && custom.length === 0 && !view.note;
  if (bare && !style.fill && Object.keys(style.borders).length === 0) return undefined;
  const data: Data = { s: styleData(style, view.align, core), v: text };
  const runs = view.richText;
  if (runs && runs.map((run) => run.text).join("") === text) data.p = richText(runs, style, core);
  if (custom.length > 0) data.customRender = custom;
  if (view.note) data.markers = { tr: NOTE_MARK };
  return data;
}

function styleData(style: CellStyle, align: CellView["align"], core: typeof Core): Core.IStyleData {
  const { font } = style;
  const { HorizontalAlign: H, VerticalAlign: V, WrapStrategy: W } = core;
  const border = (side: BorderSide | undefined) =>
    side ? { s: borderType(side, core.BorderStyleTypes), cl: { rgb: side.color } } : undefined;
  return {
    ff: fontStack(font.name),
    fs: font.size,
    bl: font.bold ? 1 : 0,
    it: font.italic ? 1 : 0,
    ul: { s: font.underline === "None" ? 0 : 1 },
    st: { s: font.strikethrough ? 1 : 0 },
    cl: { rgb: font.color },
    bg: style.fill ? { rgb: style.fill } : undefined,
    bd: {
      t: border(style.borders.top),
      b: border(style.borders.bottom),
      l: border(style.borders.left),
      r: border(style.borders.right),
      tl_br: border(style.borders.diagonalDown),
      bl_tr: border(style.borders.diagonalUp),
    },
    ht: { left: H.LEFT, center: H.CENTER, right: H.RIGHT }[align],
    vt: { Top: V.TOP, Center: V.MIDDLE, Justify: V.MIDDLE, Distributed: V.MIDDLE }[style.verticalAlignment] ?? V.BOTTOM,
    tb: style.wrapText ? W.WRAP : W.OVERFLOW,
    tr: style.textOrientation === 180 ? { a: 0, v: 1 } : { a: -style.textOrientation, v: 0 },
    pd: indent(style.indentLevel, align),
  };
}

/** One level of indent is three spaces of the standard font: about 9 pixels. */
function indent(level: number, align: CellView["align"]): Core.IPaddingData {
  const pixels = 2 + level * 9;
  return { t: 0, b: 1, l: align === "left" ? pixels : 2, r: align === "right" ? pixels : 2 };
}

function borderType(side: BorderSide, types: typeof Core.BorderStyleTypes): Core.BorderStyleTypes {
  if (side.style === "Double") return types.DOUBLE;
  if (side.style === "SlantDashDot") return types.SLANT_DASH_DOT;
  const medium = side.weight === "Medium";
  switch (side.style) {
    case "Dash":
      return medium ? types.MEDIUM_DASHED : types.DASHED;
    case "DashDot":
      return medium ? types.MEDIUM_DASH_DOT : types.DASH_DOT;
    case "DashDotDot":
      return medium ? types.MEDIUM_DASH_DOT_DOT : types.DASH_DOT_DOT;
    case "Dot":
      return types.DOTTED;
    default:
      return (
        { Hairline: types.HAIR, Medium: types.MEDIUM, Thick: types.THICK }[side.weight] ?? types.THIN
      );
  }
}

/** Letters formatted one by one, as a document of one paragraph. */
function richText(
  runs: NonNullable<CellView["richText"]>,
  style: CellStyle,
  core: typeof Core,
): Core.IDocumentData {
  let end = 0;
  const textRuns = runs.map((run) => {
    const st = end;
    end += run.text.length;
    const ts: Core.ITextStyle = {
      ff: fontStack(style.font.name),
      fs: run.size ?? style.font.size,
      bl: run.bold ? 1 : 0,
      it: run.italic ? 1 : 0,
      cl: { rgb: run.color ?? style.font.color },
    };
    return { st, ed: end, ts };
  });
  const text = runs.map((run) => run.text).join("");
  return {
    id: core.DEFAULT_EMPTY_DOCUMENT_VALUE,
    documentStyle: {},
    body: {
      dataStream: `${text}\r\n`,
      textRuns,
      paragraphs: [{ startIndex: text.length }],
    },
  };
}
