import { conditionsOf } from "../../../excel-host";
import { exportNotice, insertAttachments, readReport } from "../../../src/actions";
import * as actions from "../../../src/actions";
import { lazyActions } from "../../../src/taskpane/lazy-actions";
import { saveText } from "../../../src/taskpane/host/save-file";
import type { OpenWorkbook } from "../../support/open-workbook";
import { openIn, TODAY } from "./support";

let open: OpenWorkbook;
const copied: string[] = [];
const before = Object.getOwnPropertyDescriptor(globalThis, "navigator");
beforeEach(async () => {
  copied.length = 0;
  Object.defineProperty(globalThis, "navigator", { configurable: true, value: { clipboard: { writeText: (text: string) => Promise.resolve(void copied.push(text)) } } });
  open = await openIn(["Mac"]);
});
afterEach(() => {
  open.close();
  if (before) Object.defineProperty(globalThis, "navigator", before);
});

describe("line 6: on the Mac, whose pane saves no files", () => {
  test("导出 Word says so and what to do instead, before it makes anything", async () => {
    await insertAttachments(await readReport(TODAY));
    const pane = lazyActions(() => Promise.resolve(actions));
    const asked = open.host.stats.syncs;
    const reading = await readReport(TODAY);
    await expect(pane.exportNotice(reading, {})).rejects.toMatchObject({ code: "not-supported", text: { "zh-CN": expect.stringContaining("复制") as string } });
    expect(open.host.stats.syncs - asked).toBe(3);
    // The file itself can be made, as on any other platform.
    expect((await exportNotice(reading)).length).toBeGreaterThan(1000);
  });

  test("导出设置 and a template are copied instead", async () => {
    expect(await saveText("设置.json", "{}", "application/json")).toBe(true);
    expect(copied).toEqual(["{}"]);
  });

  test("elsewhere they are saved as files", async () => {
    open.host.conditions = conditionsOf();
    await expect(saveText("设置.json", "{}", "application/json")).rejects.toThrow(/document|createObjectURL|not defined/);
    expect(copied).toEqual([]);
  });
});
