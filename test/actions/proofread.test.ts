import { openDraft, Problem, proofreadDraft, readReport, readSelectedDraft, writeProofreading } from "../../src/actions";
import { openWorkbook, SAMPLE, type OpenWorkbook } from "../support/open-workbook";
import { readFileSync } from "node:fs";

const TODAY = { today: "2021-05-06" };
const DRAFT = "全市棚户区改造开工998套，完成投资17312万元。";

describe("校核", () => {
  let open: OpenWorkbook;
  beforeEach(async () => {
    open = await openWorkbook(readFileSync(SAMPLE));
  });
  afterEach(() => open.close());

  test("reads the workbook in three round trips and judges without another", async () => {
    const { claims } = proofreadDraft(await readReport(TODAY), DRAFT);
    expect(open.host.stats.syncs).toBe(3);
    expect(claims.map(({ text, verdict, expected }) => [text, verdict, expected])).toEqual([["998套", "wrong", "999套"], ["17312万元", "ok", null]]);
  });

  test("takes the draft from the selected cells, in one round trip, and writes the result in two", async () => {
    open.host.edit("续建攻坚", "A40", DRAFT);
    open.host.select("续建攻坚", "A40");
    const draft = await readSelectedDraft();
    expect([draft, open.host.stats.syncs]).toEqual([DRAFT, 1]);
    const reading = await readReport(TODAY);
    await writeProofreading(reading, draft, proofreadDraft(reading, draft));
    expect(open.host.stats.syncs).toBe(6);
    expect(open.host.workbook.sheets.map(({ name }) => name)).toContain("校核结果");
  });

  test("opens a text file without a round trip, and says in words what is no draft", async () => {
    expect(await openDraft(new TextEncoder().encode(DRAFT))).toBe(DRAFT);
    const refused = await openDraft(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0])).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Problem);
    expect(refused).toMatchObject({ code: "draft-file", text: { "zh-CN": expect.stringContaining(".docx") as string } });
    expect(open.host.stats.syncs).toBe(0);
  });
});
