import { chartsOfNotice, composeNotice, exportNotice, planBriefOf, readReport } from "../../src/actions";
import { Package } from "../../excel-host/engine/package";
import { openWorkbook, type OpenWorkbook } from "../support/open-workbook";

describe("charts in the Word file", () => {
  let open: OpenWorkbook;
  beforeEach(async () => {
    open = await openWorkbook();
  });
  afterEach(() => open.close());
  const read = () => readReport({ today: "2021-05-06" });

  test("belong behind the paragraphs that speak of them", async () => {
    const reading = await read();
    const { paragraphs } = await composeNotice(reading);
    const charts = chartsOfNotice(reading, paragraphs).map(({ chart, after }) => [chart.id, paragraphs[after]?.text.slice(0, 8)]);
    expect(charts).toEqual([
      ["starts", "1、开工情况：全"],
      ["oldTownStarts", "1、开工情况：全"],
      ["basicCompletion", "2、续建项目基本"],
      ["rentSubsidyHouseholds", "4、租赁补贴：截"],
      ["investment", "3、完成投资：全"],
      ["audit.2017", "（三）跟踪审计问"],
    ]);
  });

  test("those that are wanted stand there as metafiles with their words, the others do not", async () => {
    const word = await Package.open(await exportNotice(await read(), { charts: ["investment", "audit.2017"] }));
    const media = word.names().filter((name) => name.startsWith("word/media/"));
    expect(media).toHaveLength(2);
    for (const name of media) {
      expect(name).toMatch(/\.emf$/);
      expect(word.contentType(name)).toBe("image/x-emf");
      expect(new DataView(new Uint8Array(word.bytes(name) ?? []).buffer).getUint32(40, true)).toBe(0x464d4520);
    }
    const xml = word.text("word/document.xml") ?? "";
    const [investment, audit] = [...xml.matchAll(/<wp:docPr [^>]*descr="([^"]*)"/g)].map(([, words]) => words);
    expect(investment).toMatch(/^完成投资：.*柳林 ★ 114\.88%/);
    expect(audit).toMatch(/^2017年审计发现问题尚有50个未整改/);
    expect(xml.indexOf("完成投资17312")).toBeGreaterThan(0);
    expect(xml.indexOf("完成投资17312")).toBeLessThan(xml.indexOf('descr="完成投资：'));
    const targets = word.relationships("word/document.xml").filter(({ type }) => type.endsWith("/image")).map(({ target }) => target);
    expect(targets.sort()).toEqual(media.sort());
  });

  test("领导快报 is asked for: it leads the notice, whose pages are counted from 1, with its chart told in words", async () => {
    const reading = await read();
    const word = await Package.open(await exportNotice(reading, { brief: true, charts: ["audit.2017"] }));
    const xml = word.text("word/document.xml") ?? "";
    const [lead = "", notice = ""] = xml.split("<w:sectPr>");
    const text = (part: string) => [...part.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, one]) => one).join("\n");
    const plan = planBriefOf(reading);
    if (!plan) throw new Error("no plan");
    for (const cell of plan.cells.slice(0, plan.printedRows).flatMap((cells) => cells.slice(0, plan.printedColumns))) {
      if (cell.kind === "text") expect(text(lead)).toContain(cell.text);
      if (cell.kind === "formula") expect(text(lead)).toContain(cell.shows);
    }
    expect(text(lead)).toContain("新建公租房开工（套）\n60\n0\n0.00%");
    expect([...lead.matchAll(/<wp:docPr [^>]*descr="([^"]*)"/g)].map(([, words]) => words)).toEqual([expect.stringMatching(/^租赁补贴户数：.*交城 ● 50\.00%/)]);
    expect([...notice.matchAll(/<wp:docPr [^>]*descr="([^"]*)"/g)]).toHaveLength(1);
    expect(text(lead)).not.toContain("通报");
    expect(text(notice)).toContain("关于全市住房保障工作进展情况的通报");
    const [first = "", second = ""] = [...xml.matchAll(/<w:sectPr>.*?<\/w:sectPr>/gs)].map(([one]) => one);
    expect(first).not.toContain("footerReference");
    expect(first).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(second).toContain('<w:pgNumType w:start="1"/>');
  });

  test("none is there unasked", async () => {
    const word = await Package.open(await exportNotice(await read()));
    expect(word.names().some((name) => name.startsWith("word/media/"))).toBe(false);
  });
});
