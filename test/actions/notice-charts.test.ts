import { chartsOfNotice, composeNotice, exportNotice, readReport } from "../../src/actions";
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

  test("none is there unasked", async () => {
    const word = await Package.open(await exportNotice(await read()));
    expect(word.names().some((name) => name.startsWith("word/media/"))).toBe(false);
  });
});
