import { readFileSync } from "node:fs";
import path from "node:path";
import { Linter } from "eslint";
import { JSDOM } from "jsdom";

const SCRIPT = readFileSync(path.resolve(__dirname, "../../src/taskpane/startup-watch.js"), "utf8");

/** The pane's page with the watch running; its clock stands still until `pass` moves it. */
function openPage(prepare: (window: JSDOM["window"]) => void = () => undefined) {
  const { window } = new JSDOM("<!doctype html><html><body><div id='root'></div></body></html>", { runScripts: "outside-only" });
  const timers: { run: () => void; after: number }[] = [];
  Object.assign(window, {
    setTimeout: (run: () => void, after: number) => timers.push({ run, after }),
    clearTimeout: (id: number) => timers.splice(id - 1, 1),
  });
  prepare(window);
  window.eval(SCRIPT);
  return {
    window,
    timers,
    pass: (milliseconds: number) => timers.filter(({ after }) => after <= milliseconds).forEach(({ run }) => run()),
    message: () => window.document.getElementById("startup-message")?.textContent ?? null,
  };
}

describe("the watch over the pane's start", () => {
  test("runs where nothing newer than Internet Explorer is understood", () => {
    const faults = new Linter().verify(SCRIPT, { languageOptions: { ecmaVersion: 5, sourceType: "script" } });
    expect(faults).toEqual([]);
  });

  test("says in plain words what to upgrade, where Internet Explorer shows the pane", () => {
    const { message, timers, window } = openPage(({ document }) => Object.defineProperty(document, "documentMode", { value: 11 }));
    expect(message()).toMatch(/Internet Explorer.*Microsoft 365.*Office 2021/);
    expect(window.document.getElementById("startup-message")?.getAttribute("role")).toBe("alert");
    expect(timers).toEqual([]);
  });

  test("says after 10 seconds that Microsoft's service cannot be reached, and nothing before", () => {
    const { message, pass } = openPage();
    pass(9_999);
    expect(message()).toBeNull();
    pass(10_000);
    expect(message()).toContain("连接不到微软的 Office 服务");
  });

  test("says nothing once the pane has started, and takes back what it said", () => {
    const { message, pass, window } = openPage();
    pass(10_000);
    window.document.dispatchEvent(new window.Event("pane-started"));
    expect(message()).toBeNull();
    pass(20_000);
    expect(message()).toBeNull();
  });

  test("the first trouble is the one that is told: office.js missing, not what fails without it", () => {
    const { message, window } = openPage();
    const script = window.document.createElement("script");
    script.setAttribute("src", "https://appsforoffice.microsoft.com/lib/1/hosted/office.js");
    window.document.body.append(script);
    script.dispatchEvent(new window.Event("error"));
    window.dispatchEvent(new window.ErrorEvent("error", { message: "Office is not defined" }));
    expect(message()).toContain("连接不到微软的 Office 服务");
    expect(message()).not.toContain("启动时出错");
  });

  test("a script that did not come when it was asked for ahead is no trouble yet: the page asks for it again", () => {
    const { message, window } = openPage();
    const ahead = window.document.createElement("link");
    ahead.setAttribute("href", "https://appsforoffice.microsoft.com/lib/1/hosted/office.js");
    window.document.head.append(ahead);
    ahead.dispatchEvent(new window.Event("error"));
    expect(message()).toBeNull();
  });
});
