import { heightOf, linesIn, MAX_ROW_HEIGHT } from "./measure";
import { portraitPage } from "./page";
import type { CellStyle, KeptWidths, SheetPlan } from "./plan";
import { SheetBuilder } from "./sheet-builder";

const NOTICE_SHEET_NAME = "通报";
/** 28 characters of 16 points: the standard's line. */
const COLUMN_WIDTH = 84;
/** Excel's limit for the text of a cell, in UTF-16 units. */
const MOST_CHARACTERS = 32_767;
const BODY_SIZE = 16;

/** What a paragraph of a notice is, for how it looks. */
type NoticeRole = "number" | "title" | "addressees" | "chapter" | "part" | "item" | "body" | "attachments" | "signature";

/** A paragraph of a notice to be written into cells. */
interface NoticeLine {
  text: string;
  kind: NoticeRole;
}

/** Where a paragraph stands: as many rows, merged, as it takes to show all of it. */
export interface NoticeRow extends NoticeLine {
  /** Counted from 0, from the notice's first row. */
  row: number;
  rowCount: number;
  /** Of each of its rows, in points. */
  height: number;
}

const BODY: CellStyle = { fontName: "仿宋", fontSize: BODY_SIZE, bold: false, horizontal: "Left", vertical: "Top", wrap: true };

/** Fonts and sizes of GB/T 9704-2012: title in 2号, all else in 3号; the first two headings in 黑体 and 楷体. */
export const NOTICE_STYLES: Readonly<Record<NoticeRole, CellStyle>> = {
  number: { ...BODY, horizontal: "Center" },
  title: { ...BODY, fontName: "宋体", fontSize: 22, bold: true, horizontal: "Center", vertical: "Center" },
  addressees: { ...BODY, vertical: "Bottom" },
  chapter: { ...BODY, fontName: "黑体" },
  part: BODY,
  item: BODY,
  body: BODY,
  attachments: BODY,
  signature: { ...BODY, horizontal: "Right" },
};

/**
 * Places the paragraphs of a notice one under the other, one a cell. A row is 409 points high at most: a longer
 * paragraph is merged over several, and one that a cell cannot hold goes on in the next at a sentence's end.
 * @param width of the column, in digits of the default font
 */
export function layNotice(lines: readonly NoticeLine[], width: number): NoticeRow[] {
  let row = 0;
  return lines.flatMap(cellsOf).map((line) => {
    const size = NOTICE_STYLES[line.kind].fontSize ?? BODY_SIZE;
    // The standard leaves a line free between the title and whom it is addressed to.
    const free = line.kind === "addressees" ? 1 : 0;
    const points = heightOf(linesIn(line.text, width, size) + free, size);
    const rowCount = Math.ceil(points / MAX_ROW_HEIGHT);
    const placed = { ...line, row, rowCount, height: Math.ceil(points / rowCount) };
    row += rowCount;
    return placed;
  });
}

/** Plans a sheet of our own for the notice, one paragraph a cell, high enough to show all of it. */
export function planNoticeSheet(lines: readonly NoticeLine[], keptWidths: KeptWidths = {}): SheetPlan {
  const builder = new SheetBuilder();
  builder.setWidth(0, COLUMN_WIDTH);
  const columns = builder.keepWidths(["notice"], keptWidths);
  for (const { row, rowCount, height, text, kind } of layNotice(lines, builder.width(0))) {
    for (let at = row; at < row + rowCount; at++) {
      builder.text(at, 0, at === row ? text : "");
      builder.height(at, height);
    }
    builder.merge(row, 0, rowCount, 1);
    builder.style(row, 0, rowCount, 1, NOTICE_STYLES[kind]);
  }
  return builder.plan({
    key: "notice",
    name: NOTICE_SHEET_NAME,
    freeze: { rows: 0, columns: 0 },
    print: portraitPage(),
    tabColor: "#C50F1F",
    columns,
  });
}

/** Two characters before what begins a paragraph; a cell knows no indent of a first line. */
const INDENT = "\u3000\u3000";
/** Further attachments stand under the first one's number, behind 附件：. */
const UNDER_ATTACHMENT = "\u3000".repeat(3);

/** A paragraph's text as a cell has it, with the indent of GB/T 9704. */
function indented({ text, kind }: NoticeLine): string {
  switch (kind) {
    case "number":
    case "title":
    case "addressees":
    case "signature":
      return text;
    case "attachments":
      return `${INDENT}${/^\d/.test(text) ? UNDER_ATTACHMENT : ""}${text}`;
    default:
      return `${INDENT}${text}`;
  }
}

function cellsOf(line: NoticeLine): NoticeLine[] {
  const { kind } = line;
  const lines: NoticeLine[] = [];
  let rest = indented(line);
  while (rest.length > MOST_CHARACTERS) {
    const end = rest.lastIndexOf("。", MOST_CHARACTERS - 1) + 1 || MOST_CHARACTERS;
    lines.push({ text: rest.slice(0, end), kind });
    rest = rest.slice(end);
  }
  return [...lines, { text: rest, kind }];
}
