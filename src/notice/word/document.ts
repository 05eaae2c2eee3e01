import {
  AlignmentType,
  Document,
  DocumentGridType,
  Footer,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
  type ISectionOptions,
} from "docx";
import type { NoticeParagraph } from "../template/paragraphs";
import { attachmentChildren, face } from "./attachments";
import { CHARACTER, FONT, LANDSCAPE, LINE_PITCH, PORTRAIT, SIZE, fontTable } from "./page";
import type { NoticeDocumentParts } from "./parts";
import { leadingSection } from "./leading-section";
import { pictureParagraph, withMetafiles, type NoticePicture } from "./pictures";
import type { AttachmentTable } from "./table";

/** The style of headings in Word's navigation. */
const OUTLINE = { chapter: 0, part: 1 } as const;
/** The day of issue stands four characters from the right edge. */
const DAY_INDENT = 4;
const LEAST_INDENT = 2;

/** Sets a notice and its attachments on the page of GB/T 9704-2012, behind a page that leads it where there is one. */
export async function buildDocument(
  paragraphs: readonly NoticeParagraph[],
  { tables, pictures, leading }: Required<NoticeDocumentParts>,
): Promise<Uint8Array> {
  const title = paragraphs.find(({ kind }) => kind === "title")?.text ?? "通报";
  const document = new Document({
    title,
    creator: "",
    lastModifiedBy: "",
    description: "",
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: { font: face(FONT.body), size: SIZE.body, language: { eastAsia: "zh-CN" } } } } },
    sections: [
      ...(leading ? [leadingSection(leading)] : []),
      noticeSection(paragraphs, pictures, leading !== null),
      ...tables.map(attachmentSection),
    ],
  });
  const overrides = [{ path: "word/fontTable.xml", data: fontTable() }];
  const packed = new Uint8Array(await Packer.pack(document, "arraybuffer", undefined, overrides));
  const hasPictures = pictures.length > 0 || leading?.rows.some(({ kind }) => kind === "picture") === true;
  return hasPictures ? withMetafiles(packed) : packed;
}

/** @param isLed whether a page stands before it: its own first page is the first all the same */
function noticeSection(paragraphs: readonly NoticeParagraph[], pictures: readonly NoticePicture[], isLed: boolean): ISectionOptions {
  return {
    properties: {
      ...(isLed && { type: SectionType.NEXT_PAGE }),
      page: { ...PORTRAIT, ...(isLed && { pageNumbers: { start: 1 } }) },
      grid: { type: DocumentGridType.LINES, linePitch: LINE_PITCH },
    },
    footers: footers(),
    children: onOneLine(paragraphs).flatMap((paragraph, index, all) => [
      ...(isApart(paragraph, all[index - 1]) ? [setLine({ children: [] })] : []),
      noticeParagraph(paragraph, all),
      ...pictures.filter(({ after }) => paragraphs[after] === paragraph).map(pictureParagraph),
    ]),
  };
}

function attachmentSection(table: AttachmentTable): ISectionOptions {
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: { ...LANDSCAPE, size: { ...LANDSCAPE.size, orientation: PageOrientation.LANDSCAPE } },
    },
    footers: footers(),
    children: attachmentChildren(table),
  };
}

/** 附件： and the first of several titles share a line. */
function onOneLine(paragraphs: readonly NoticeParagraph[]): NoticeParagraph[] {
  return paragraphs.flatMap((paragraph, index) => {
    const [before, next] = [paragraphs[index - 1], paragraphs[index + 1]];
    if (isAttachmentsHead(before) && paragraph.kind === "attachments") return [];
    const joined = isAttachmentsHead(paragraph) && next?.kind === "attachments";
    return [joined ? { ...paragraph, text: paragraph.text + next.text } : paragraph];
  });
}

function isAttachmentsHead(paragraph: NoticeParagraph | undefined): boolean {
  return paragraph?.kind === "attachments" && paragraph.text === "附件：";
}

/** An empty line stands before the title, after it, before the attachments and before the signature. */
function isApart({ kind, section }: NoticeParagraph, before: NoticeParagraph | undefined): boolean {
  if (!before || before.section === section) return false;
  return [kind, before.kind].includes("title") || kind === "attachments" || kind === "signature";
}

function noticeParagraph(paragraph: NoticeParagraph, all: readonly NoticeParagraph[]): Paragraph {
  const { kind, text, headingLength } = paragraph;
  switch (kind) {
    case "number":
      return setLine({ alignment: AlignmentType.CENTER, children: [run(text, FONT.body)] });
    case "title":
      return new Paragraph({ alignment: AlignmentType.CENTER, children: [run(text, FONT.title, SIZE.title)] });
    case "addressees":
      return setLine({ children: [run(text, FONT.body)] });
    case "attachments": {
      // The second and later ones stand under the first one's number.
      const indent = /^附件：/.test(text)
        ? { left: CHARACTER * 6.5, hanging: CHARACTER * 4.5 }
        : { left: CHARACTER * 6.5, hanging: CHARACTER * 1.5 };
      return setLine({ indent, children: [run(text, FONT.body)] });
    }
    case "signature":
      return setLine({ alignment: AlignmentType.RIGHT, indent: { right: signatureIndent(text, all) }, children: [run(text, FONT.body)] });
    case "chapter":
    case "part": {
      const heading = run(text.slice(0, headingLength), kind === "chapter" ? FONT.chapter : FONT.part);
      const rest = text.slice(headingLength);
      return setLine({
        indent: { firstLine: CHARACTER * 2, firstLineChars: 200 },
        outlineLevel: OUTLINE[kind],
        keepNext: rest === "",
        ...(rest === "" ? {} : { alignment: AlignmentType.BOTH }),
        children: rest === "" ? [heading] : [heading, run(rest, FONT.body)],
      });
    }
    case "item":
    case "body":
      return setLine({
        indent: { firstLine: CHARACTER * 2, firstLineChars: 200 },
        alignment: AlignmentType.BOTH,
        children: [run(text, FONT.body)],
      });
  }
}

/** Issuer and day are centred on each other, the wider of them two or four characters from the edge. */
function signatureIndent(text: string, all: readonly NoticeParagraph[]): number {
  const widths = all.filter(({ kind }) => kind === "signature").map((line) => widthOf(line.text));
  const widest = Math.max(...widths);
  const edge = widest > widthOf(all.at(-1)?.text ?? "") ? LEAST_INDENT : DAY_INDENT;
  return Math.round((edge + (widest - widthOf(text)) / 2) * CHARACTER);
}

/** In characters; digits and letters take half of one. */
function widthOf(text: string): number {
  return [...text].reduce((width, sign) => width + (/[\x20-\x7e]/.test(sign) ? 0.5 : 1), 0);
}

/** A paragraph on the standard's lines, 22 to a page. */
function setLine(options: ConstructorParameters<typeof Paragraph>[0] & object): Paragraph {
  return new Paragraph({ spacing: { line: LINE_PITCH, lineRule: LineRuleType.EXACT }, ...options });
}

function run(text: string, font: string, size: number = SIZE.body): TextRun {
  return new TextRun({ text, font: face(font), size });
}

/** — 1 —, a character from the outer edge. */
function footers(): ISectionOptions["footers"] {
  const side = (alignment: typeof AlignmentType.LEFT | typeof AlignmentType.RIGHT) =>
    new Footer({
      children: [
        new Paragraph({
          alignment,
          indent: { left: CHARACTER, right: CHARACTER },
          children: [
            new TextRun({
              children: ["— ", PageNumber.CURRENT, " —"],
              font: { name: FONT.table, hint: "eastAsia" },
              size: SIZE.pageNumber,
            }),
          ],
        }),
      ],
    });
  return { default: side(AlignmentType.RIGHT), even: side(AlignmentType.LEFT) };
}
