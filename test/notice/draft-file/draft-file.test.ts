import JSZip from "jszip";
import { JSDOM } from "jsdom";
import { draftFrom } from "../../../src/notice";

// The pane has the browser's; Node has none.
globalThis.DOMParser = new JSDOM().window.DOMParser;

const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';

/** A .docx with this body. */
async function docx(body: string, prolog = "", part = "word/document.xml"): Promise<Uint8Array> {
  const zip = new JSZip();
  zip.file(part, `<?xml version="1.0" encoding="UTF-8"?>${prolog}<w:document ${NAMESPACE}><w:body>${body}</w:body></w:document>`);
  return zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
}

const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (...texts: string[]) => `<w:p>${texts.map(run).join("")}</w:p>`;
const utf8 = (text: string) => new Uint8Array(Buffer.from(text, "utf8"));

describe("a draft in a file", () => {
  test("a Word document is read paragraph by paragraph, runs joined", async () => {
    expect(await draftFrom(await docx(paragraph("棚户区改造已开工", "999", "套。") + paragraph("二、租赁补贴")))).toBe("棚户区改造已开工999套。\n二、租赁补贴");
  });

  test("a table's row is one line, its cells parted by tabs", async () => {
    const cell = (text: string) => `<w:tc><w:tcPr/>${paragraph(text)}</w:tc>`;
    const body = `<w:tbl><w:tr>${cell("离石区")}${cell("1700")}</w:tr><w:tr>${cell("孝义市")}${cell("900")}</w:tr></w:tbl>${paragraph("以上")}`;
    expect(await draftFrom(await docx(body))).toBe("离石区\t1700\n孝义市\t900\n以上");
  });

  test("tracked changes are read as if accepted, field codes and second copies of text boxes not at all", async () => {
    const body = `<w:p><w:ins>${run("999")}</w:ins><w:del><w:r><w:delText>998</w:delText></w:r></w:del>${run("套")}<w:r><w:instrText>PAGE</w:instrText></w:r><mc:AlternateContent><mc:Choice>${run("甲")}</mc:Choice><mc:Fallback>${run("甲")}</mc:Fallback></mc:AlternateContent></w:p>`;
    expect(await draftFrom(await docx(body))).toBe("999套甲");
  });

  test("line breaks part lines and tabs stay tabs; tab stops of a paragraph's format are none", async () => {
    const body = `<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>${run("一")}<w:r><w:tab/></w:r>${run("二")}<w:r><w:br/></w:r>${run("三")}</w:p>`;
    expect(await draftFrom(await docx(body))).toBe("一\t二\n三");
  });

  test("plain text is read as UTF-8, with or without a byte order mark, or as GB 18030", async () => {
    expect(await draftFrom(utf8("开工999套"))).toBe("开工999套");
    expect(await draftFrom(utf8("\ufeff开工999套"))).toBe("开工999套");
    expect(await draftFrom(new Uint8Array([0xbf, 0xaa, 0xb9, 0xa4, 0x39, 0xcc, 0xd7]))).toBe("开工9套");
  });

  test("a document type with entities is refused, not resolved", async () => {
    const bytes = await docx(paragraph("&a;"), '<!DOCTYPE d [<!ENTITY a "lol"><!ENTITY b SYSTEM "file:///etc/passwd">]>');
    await expect(draftFrom(bytes)).rejects.toMatchObject({ fault: "not-a-document" });
  });

  test("a part that unpacks to more than any notice is stopped while it unpacks", async () => {
    const bytes = await docx(paragraph("0".repeat(61_000_000)));
    expect(bytes.length).toBeLessThan(200_000);
    await expect(draftFrom(bytes)).rejects.toMatchObject({ fault: "too-large" });
  });

  test.each([
    ["an old .doc", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), "not-a-document"],
    ["a torn zip", new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0]), "not-a-document"],
    ["nothing", new Uint8Array(), "empty"],
  ])("%s is refused", async (_, bytes, fault) => {
    await expect(draftFrom(bytes)).rejects.toMatchObject({ fault });
  });

  test("a workbook is refused, and so is a document without text", async () => {
    await expect(draftFrom(await docx("", "", "xl/workbook.xml"))).rejects.toMatchObject({ fault: "not-a-document" });
    await expect(draftFrom(await docx(paragraph("")))).rejects.toMatchObject({ fault: "empty" });
  });
});
