import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Workbook } from "@cj-tech-master/excelts";
import { openPlayground } from "./support/open-playground";
import { xlsxFile } from "../support/xlsx-file";

const DIST = path.resolve(__dirname, "../../dist");
const LIMIT = 240_000;

const policy = () => {
  const page = readFileSync(path.join(DIST, "taskpane.html"), "utf8");
  const content = /http-equiv="?Content-Security-Policy"? content="([^"]*)"/.exec(page)?.[1] ?? "";
  return new Map(content.split(";").map((rule) => rule.trim().split(/\s+/)).map(([name = "", ...sources]) => [name, sources]));
};

describe("the pane as it is deployed", () => {
  test("may load scripts and reach servers of its own and of Microsoft's office.js alone, and never run text as code", () => {
    const rules = policy();
    expect(rules.get("default-src")).toEqual(["'none'"]);
    expect(rules.get("script-src")).toEqual(["'self'", "https://appsforoffice.microsoft.com"]);
    expect(rules.get("connect-src")).toEqual(["'self'", "https://appsforoffice.microsoft.com"]);
    expect([...rules.values()].flat().filter((source) => /unsafe-eval|\*|^http:/.test(source))).toEqual([]);
    expect([...rules].filter(([, sources]) => sources.includes("'unsafe-inline'")).map(([name]) => name)).toEqual(["style-src"]);
  });

  test("has no eval in its scripts, and what makes functions of text only where the Word file's library brings it, unused", () => {
    const scripts = readdirSync(DIST).filter((file) => file.endsWith(".js"));
    expect(scripts.length).toBeGreaterThan(3);
    const with_ = (pattern: RegExp) => scripts.filter((file) => pattern.test(readFileSync(path.join(DIST, file), "utf8")));
    expect(with_(/\beval\(/)).toEqual([]);
    const maker = /\bFunction\(["'`]|new Function\(/;
    const makers = with_(maker);
    // Fallbacks for engines without bind, generators or setImmediate(function): never reached, and refused if they were.
    const fallbacks = /\bFunction\("binder"|\bFunction\("return function\*\(\) \{\}"\)|(?:new )?\bFunction\(""\+\w\)/g;
    for (const file of makers) expect(readFileSync(path.join(DIST, file), "utf8").replace(fallbacks, "")).not.toMatch(maker);
    const first = [...readFileSync(path.join(DIST, "taskpane.html"), "utf8").matchAll(/<script[^>]*\ssrc="?([^">\s]+)"?/g)].map(([, source]) => source);
    for (const file of makers) expect(first).not.toContain(file);
  });
});

/** A table whose names and notes would be markup, a formula or a template, were they not text. */
async function hostile(): Promise<Uint8Array> {
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet("<img src=x onerror=alert(1)>".replace(/[*?:/\\[\]]/g, ""));
  sheet.addRow(["<script>window.hacked=1</script>2021年住房保障目标任务完成情况表（截至2021年4月23日）"]);
  sheet.addRow(["县（市、区）", "棚户区改造开工任务（套）", "棚户区改造已开工（套）", "<b onclick=hacked()>任务（套）", "<b onclick=hacked()>完成（套）"]);
  for (const name of ["甲县", "乙县", "丙县", "丁区", "戊市", "己县", "<img src=x onerror=\"window.hacked=1\">县", "{{ 7 | times: 7 }}县", "=cmd|'/C calc'!A0县"]) sheet.addRow([name, 100, 40, 10, 5]);
  return xlsxFile(workbook);
}

test("in a real browser, under that policy: every view and action runs, nothing is refused, nothing hostile comes to life, no other server is asked", async () => {
  const playground = await openPlayground();
  try {
    const { page, pane } = playground;
    const main = pane.locator("main");
    const frame = () => playground.paneFrame();
    await frame().evaluate(() => {
      const all = window as unknown as { refused: string[] };
      all.refused = [];
      document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile }) => all.refused.push(`${violatedDirective} ${blockedURI} ${sourceFile}`));
    });
    for (const button of ["计算进度", "插入附件", "生成通报"]) await playground.press(button);
    await pane.getByRole("tab", { name: "通报" }).click();
    const word = pane.getByRole("button", { name: /Word/ });
    if ((await word.count()) > 0) await Promise.all([page.waitForEvent("download"), word.first().click()]);
    await pane.getByRole("tab", { name: "校核" }).click();
    expect(await frame().evaluate(() => (window as unknown as { refused: string[] }).refused)).toEqual([]);
    // The policy is at work: text is not run as code.
    const ran = await frame().evaluate(
      () =>
        new Promise((resolve) => {
          setTimeout("window.ranText = true" as unknown as () => void, 0);
          setTimeout(() => resolve("ranText" in window), 100);
        }),
    );
    expect(ran).toBe(false);
    playground.troubles.length = 0;
    await playground.open("恶意.xlsx", await hostile());
    for (const view of ["数据", "进度", "附件", "通报", "校核"]) {
      await pane.getByRole("tab", { name: view }).click();
      await main.waitFor();
    }
    for (const button of ["计算进度", "插入附件", "生成通报"]) await playground.press(button);
    await pane.getByRole("tab", { name: "校核" }).click();
    await pane.locator("textarea").first().fill("<img src=x onerror=\"window.hacked=1\">县完成40套，{{ 7 | times: 7 }}县完成30套。");
    await pane.getByRole("tab", { name: "进度" }).click();
    const signs = await frame().evaluate(() => [("hacked" in window), document.querySelectorAll("img[src=x], [onclick], [onerror]").length]);
    expect(signs).toEqual([false, 0]);
    expect(playground.troubles).toEqual([]);
  } finally {
    await playground.close();
  }
}, LIMIT);
