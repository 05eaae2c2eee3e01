import { composeNotice, insertAttachments, keepNoticeSettings, outdated, proofreadDraft, readReport, signingCheck } from "../../src/actions";
import { goalsWorkbook, UNREAD_ROWS } from "../support/goals-workbook";
import { openWorkbook } from "../support/open-workbook";

const TODAY = { today: "2026-11-29" };

async function items() {
  const reading = await readReport(TODAY);
  const { paragraphs } = await composeNotice(reading);
  return signingCheck(reading, paragraphs, outdated(reading, null), proofreadDraft(reading, paragraphs.map(({ text }) => text).join("\n")));
}

describe("签发前检查", () => {
  test("lists what is guessed, unread, not inserted, missing and not the tables'", async () => {
    const open = await openWorkbook(await goalsWorkbook("云中市2023年目标任务完成情况表", UNREAD_ROWS));
    try {
      const found = await items();
      expect(found.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["day", "unread", "attachments", "field", "ownWords"]));
      expect(found).toContainEqual(expect.objectContaining({ kind: "unread", count: 2 }));
      expect(found.flatMap((item) => (item.kind === "field" ? [item.field] : []))).toEqual(["number", "issuer", "issued"]);
    } finally {
      open.close();
    }
  });

  test("lists nothing that has been put right", async () => {
    const rows = [["甲县", 100, 60, 1000, 600], ["乙县", 200, 150, 1000, 700]];
    const open = await openWorkbook(await goalsWorkbook("云中市2023年目标任务表（截至2023年6月30日）", rows));
    try {
      const reading = await readReport(TODAY);
      await keepNoticeSettings(reading, { ...reading.state.noticeSettings, fields: { number: "×保办发〔2023〕1号", issuer: "云中市住房保障办公室", issued: "2023年7月5日" } });
      await insertAttachments(await readReport(TODAY));
      expect((await items()).map(({ kind }) => kind)).toEqual(["ownWords"]);
    } finally {
      open.close();
    }
  });
});
