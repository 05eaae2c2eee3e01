import { attachmentOneTitle, attachmentTwoTitle, planAttachmentOne, planAttachmentTwo, type SheetPlan, type SheetTemplate } from "../../src/attachments";
import type { Report } from "../../src/progress";
import { sampleReport } from "../notice/sample-report";

let report: Report;
beforeAll(async () => {
  report = await sampleReport();
});

const template = (key: "attachment1" | "attachment2"): SheetTemplate => ({ key, label: null, title: "{place}{year}年{month}月县区进展一览表", reporter: null, columns: [], dropped: [], fonts: {} });
const titleIn = ({ cells, parts }: SheetPlan) => {
  const cell = cells[parts.title ?? 0]?.[0];
  return cell?.kind === "text" ? cell.text : null;
};

describe("the title of an attachment, told without planning it,", () => {
  test.each([undefined, template("attachment1")])("is the one that 附件1 bears", (own) => {
    expect(attachmentOneTitle(report, { template: own })).toBe(titleIn(planAttachmentOne(report, { template: own })));
  });

  test.each([undefined, template("attachment2")])("is the one that 附件2 bears", (own) => {
    expect(attachmentTwoTitle(report, { template: own })).toBe(titleIn(planAttachmentTwo(report, { template: own })));
  });
});
