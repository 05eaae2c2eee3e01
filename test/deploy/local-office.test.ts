import { readFileSync } from "node:fs";
import path from "node:path";
import { JSDOM, ResourceLoader, type FetchOptions } from "jsdom";
import { ExcelHost } from "../../excel-host";
import { installBrowserBridge, type AddInWindow } from "../../excel-host/browser";

const ROOT = path.resolve(__dirname, "../..");
const ADDRESS = "https://tongbao.example/pane/";
const DIST = path.join(ROOT, "node_modules/@microsoft/office-js/dist");

interface Built {
  plugins: { constructor: { name: string }; patterns?: { from: string; context?: string; to?: string; transform?: (source: Buffer) => string; globOptions?: unknown }[]; userOptions?: { templateParameters?: { officeJs: string; policy: string } } }[];
}

const configure = (env: Record<string, string>): Promise<Built> =>
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- webpack's own configuration is CommonJS
  (require(path.join(ROOT, "webpack.config.js")) as (env: unknown, argv: unknown) => Promise<Built>)({ address: ADDRESS, ...env }, { mode: "production" });

const copied = ({ plugins }: Built) => plugins.flatMap(({ patterns }) => patterns ?? []);
const page = ({ plugins }: Built) => plugins.flatMap(({ userOptions }) => userOptions?.templateParameters ?? [])[0];
const made = (built: Built, from: string) => copied(built).find((one) => one.from === from)?.transform?.(readFileSync(path.join(ROOT, from)));

/** Serves what a local build has under dist/office/, and notes every address that is asked for. */
class OwnSite extends ResourceLoader {
  readonly asked: string[] = [];
  constructor(private readonly has: (name: string) => boolean) {
    super({ strictSSL: true });
  }
  override fetch(url: string, _options: FetchOptions): null | ReturnType<ResourceLoader["fetch"]> {
    this.asked.push(url);
    const name = url.startsWith(`${ADDRESS}office/`) ? url.slice(`${ADDRESS}office/`.length).replace(/\?.*/, "") : null;
    if (name === null || !this.has(name)) return null;
    const bytes = Promise.resolve(readFileSync(path.join(DIST, name)));
    return Object.assign(bytes, { abort: () => undefined }) as never;
  }
}

/** Whether one of the patterns of the build copies a file. */
function isCopied(built: Built, name: string): boolean {
  const glob = (pattern: string) => new RegExp(`^${pattern.replace(/[.]/g, "\\.").replace(/\*/g, "[^/]*").replace(/\{([^}]*)\}/g, (_, words: string) => `(?:${words.replaceAll(",", "|")})`)}$`);
  return copied(built).some(({ from, context }) => context === DIST && glob(from).test(name));
}

describe("--env officeJs=local, for networks without internet", () => {
  test("the page asks for office.js beside itself, and its policy allows no other address", async () => {
    const built = await configure({ officeJs: "local" });
    expect(page(built)).toMatchObject({ officeJs: "office/office.js" });
    expect(page(built)?.policy).not.toMatch(/https?:/);
  });

  test.each(["zh-CN", "en-US"])("the genuine office.js starts from the copied files and asks for no other address, in %s", async (language) => {
    const built = await configure({ officeJs: "local" });
    const site = new OwnSite((name) => isCopied(built, name));
    const host = ExcelHost.blank({ language });
    const dom = new JSDOM(`<!doctype html><html><head></head><body></body></html>`, { url: `${ADDRESS}taskpane.html?_host_Info=${encodeURIComponent(`Excel|Win32|16.01|${language}|||`)}`, runScripts: "dangerously", resources: site, pretendToBeVisual: true });
    const window = dom.window as unknown as AddInWindow & { Office: typeof Office; Excel: typeof Excel };
    const disconnect = installBrowserBridge(host, window);
    const script = window.document.createElement("script");
    script.src = "office/office.js";
    await new Promise<void>((resolve, reject) => {
      script.onload = () => resolve();
      script.onerror = () => reject(new Error("office.js did not come"));
      window.document.head.append(script);
    });
    const info = await window.Office.onReady();
    expect(info.host).toBe("Excel");
    const name = await window.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.load("name");
      await context.sync();
      return sheet.name;
    });
    expect(name).toBe("Sheet1");
    expect(site.asked.filter((url) => !url.startsWith(ADDRESS))).toEqual([]);
    expect(site.asked.some((url) => url.includes("/office/excel-win32-16.01.js"))).toBe(true);
    disconnect();
    window.close();
  });

  test("every platform's file is among them", async () => {
    const built = await configure({ officeJs: "local" });
    for (const name of ["office.js", "excel-win32-16.01.js", "excel-mac-16.00.js", "excel-web-16.00.js", "zh-cn/office_strings.js", "en-us/office_strings.js", "telemetry/oteljs_agave.js"]) expect([name, isCopied(built, name)]).toEqual([name, true]);
  });
});

describe("a build for another host of office.js", () => {
  const CHINA = "https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js";

  test("names that host where office.js does not come", async () => {
    const watch = made(await configure({ officeJs: CHINA }), "src/taskpane/startup-watch.js") ?? "";
    expect([watch.includes("appsforoffice.cdn.partner.office365.cn"), watch.includes("appsforoffice.microsoft.com")]).toEqual([true, false]);
    expect(made(await configure({ officeJs: "local" }), "src/taskpane/startup-watch.js")).toContain("放行 tongbao.example");
    expect(made(await configure({}), "src/taskpane/startup-watch.js")).toContain("放行 appsforoffice.microsoft.com");
  });

  test("sends staff for help to the address given, else to the pane's own", async () => {
    expect(made(await configure({ support: "https://help.example/" }), "manifest.xml")).toContain('<SupportUrl DefaultValue="https://help.example/"/>');
    expect(made(await configure({}), "manifest.xml")).toContain(`<SupportUrl DefaultValue="${ADDRESS}taskpane.html"/>`);
    await expect(configure({ support: "http://help.example/" }).then((built) => made(built, "manifest.xml"))).rejects.toThrow("https://");
  });
});
