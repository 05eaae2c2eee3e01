import { readFileSync } from "node:fs";
import { Workbook } from "@cj-tech-master/excelts";
import { Package } from "../../excel-host/engine/package";
import { SAMPLE } from "../support/open-workbook";
import { openPlayground, type OpenPlayground } from "./support/open-playground";
import { xlsxFile } from "../support/xlsx-file";

const LIMIT = 120_000;

describe("states that a workbook can be in", () => {
  let playground: OpenPlayground;
  beforeEach(async () => {
    playground = await openPlayground();
  }, LIMIT);
  afterEach(() => playground?.close());

  const main = () => playground.pane.locator("main");
  const sheetNames = () => playground.page.evaluate(() => window.playground!.host.workbook.sheets.map(({ name }) => name));

  test("stale: a change in the staff's cells is noticed, and reading again takes it in", async () => {
    await playground.pane.getByRole("tab", { name: "进度" }).click();
    await main().getByText("999/4005 套").waitFor();
    await playground.page.evaluate(() => window.playground!.host.edit("目标任务", "C5", "1"));
    const bar = main().getByText("表格在读取之后有改动");
    await bar.waitFor();
    expect(await main().getByText("999/4005 套").count()).toBe(1);
    await main().getByRole("button", { name: "重新读取" }).click();
    await main().getByText("1000/4005 套").waitFor();
    expect(await bar.count()).toBe(0);
  }, LIMIT);

  test("our own writing makes nothing stale", async () => {
    await playground.press("计算进度");
    await playground.press("插入附件");
    await playground.page.waitForTimeout(300);
    expect(await main().getByText("表格在读取之后有改动").count()).toBe(0);
  }, LIMIT);

  test("a cell is being edited: the pane says so, and trying again succeeds once it is left", async () => {
    await playground.page.evaluate(() => void (window.playground!.host.cellEditMode = true));
    await playground.press("计算进度");
    await main().getByText("正在编辑单元格").waitFor();
    await playground.page.evaluate(() => void (window.playground!.host.cellEditMode = false));
    await main().getByRole("button", { name: "重试" }).click();
    await main().getByText("已写入").waitFor();
    expect(await sheetNames()).toContain("进度计算");
  }, LIMIT);

  test("a protected sheet of the staff's is left without marks, and the pane says so before and after", async () => {
    await playground.paneFrame().evaluate(() =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem("目标任务").protection.protect();
        await context.sync();
      }),
    );
    await main().page().frameLocator("#pane iframe").getByRole("button", { name: "重新读取" }).first().click();
    await playground.pane.getByRole("tab", { name: "进度" }).click();
    await main().getByText("「目标任务」受保护，不加标记").waitFor();
    await playground.press("计算进度");
    await main().getByText("「目标任务」受保护，没有标记").waitFor();
    expect((await playground.readCell("目标任务", "C5")).text).toBe("0");
  }, LIMIT);

  test("a workbook whose structure is protected: nothing is written, and the pane says what to do", async () => {
    const sample = await Package.open(readFileSync(SAMPLE));
    sample.set("xl/workbook.xml", (sample.text("xl/workbook.xml") ?? "").replace("<sheets>", '<workbookProtection lockStructure="1"/><sheets>'));
    await playground.open("受保护.xlsx", await sample.save());
    const before = await sheetNames();
    await playground.press("插入附件");
    await main().getByText("工作表或工作簿受保护").waitFor();
    expect(await sheetNames()).toEqual(before);
  });

  test("a sheet of the staff's that bears the name we want stays as it is", async () => {
    const workbook = new Workbook();
    const table = workbook.addWorksheet("表");
    for (const row of [["县区", "开工任务（套）", "已开工（套）"], ["甲县", 100, 40], ["乙县", 50, 60]]) table.addRow(row);
    workbook.addWorksheet("进度计算").addRow(["我们自己的表"]);
    await playground.open("同名.xlsx", await xlsxFile(workbook));
    await playground.press("计算进度");
    await main().getByText("已写入").waitFor();
    expect(await sheetNames()).toEqual(["表", "进度计算", expect.stringMatching(/^进度计算.+/)]);
    expect((await playground.readCell("进度计算", "A1")).text).toBe("我们自己的表");
  }, LIMIT);
});

test("an Excel that is too old is told what it lacks, in plain words", async () => {
  const playground = await openPlayground({ excelApi: "1.8" });
  try {
    await playground.pane.getByRole("heading", { name: "需要较新的 Excel" }).waitFor();
    await playground.pane.getByText("不支持 ExcelApi 1.9").waitFor();
  } finally {
    await playground.close();
  }
});

/** A button of each view. */
const SHOWN = { 进度: "计算进度", 附件: "插入附件", 通报: "写入所选单元格", 校核: "读取所选单元格" };

test("a network that is gone once the pane stands takes no view and no button away", async () => {
  const playground = await openPlayground({ apart: true });
  try {
    // The views are fetched ahead once the pane stands: no script comes for a while.
    let count = -1;
    for (let before = -2; count !== before; ) {
      before = count;
      await playground.page.waitForTimeout(1500);
      count = await playground.paneFrame().evaluate(() => performance.getEntriesByType("resource").length);
    }
    await playground.page.context().setOffline(true);
    for (const view of ["进度", "附件", "通报", "校核"] as const) {
      await playground.pane.getByRole("tab", { name: view }).click();
      await playground.pane.getByRole("button", { name: SHOWN[view] }).waitFor();
    }
    await playground.press("插入附件");
    await playground.pane.locator("main").getByText("已写入").waitFor();
  } finally {
    await playground.close();
  }
});

test("a view whose code does not arrive says so and leaves the rest of the pane standing", async () => {
  const playground = await openPlayground({ apart: true });
  try {
    await playground.page.route("**/pane/*.js", (route) => (route.request().resourceType() === "script" && !route.request().url().includes("taskpane") ? route.abort() : route.fallback()));
    await playground.paneFrame().evaluate(() => location.reload());
    await playground.pane.locator("main").getByText("面板的一部分没有下载到").waitFor();
  } finally {
    await playground.close();
  }
});

test("the pane stands and reacts while office.js still gets ready, and reads when it is", async () => {
  const playground = await openPlayground({ apart: true });
  try {
    let arrive = () => undefined as void;
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    await playground.page.route("**/office-js/excel-win32-16.01.js", async (route) => {
      await arrived;
      await route.continue();
    });
    await playground.page.reload();
    const { pane } = playground;
    await pane.locator("#tab-progress").click();
    await pane.locator("#tab-progress[aria-selected=true]").waitFor();
    expect(await pane.getByText("正在读取").first().isVisible()).toBe(true);
    arrive();
    await pane.getByRole("heading", { level: 2 }).first().waitFor();
  } finally {
    await playground.close();
  }
}, LIMIT);

test("office.js that does not arrive is told in the pane in plain words", async () => {
  const playground = await openPlayground({ apart: true });
  try {
    await playground.page.route("**/office-js/**", (route) => route.abort());
    await playground.page.reload();
    const message = playground.pane.locator("#startup-message");
    await message.waitFor({ timeout: 12_000 });
    expect(await message.innerText()).toContain("连接不到微软的 Office 服务");
    expect(await playground.pane.locator("#root").isVisible()).toBe(false);
  } finally {
    await playground.close();
  }
}, LIMIT);

test("office.js that never answers is told too, before a user has given up", async () => {
  const playground = await openPlayground({ apart: true });
  try {
    await playground.page.route("**/office-js/office.js", () => undefined);
    await playground.page.reload({ waitUntil: "commit" });
    const message = playground.pane.locator("#startup-message");
    await message.waitFor({ timeout: 20_000 });
    expect(await message.innerText()).toContain("连接不到微软的 Office 服务");
  } finally {
    await playground.close();
  }
}, LIMIT);
