import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { JSDOM } from "jsdom";
import { validateXML } from "xmllint-wasm";

const root = path.resolve(__dirname, "../..");
const source = readFileSync(path.join(root, "manifest.xml"), "utf8");
const dom = new JSDOM(source, { contentType: "text/xml" }).window.document;
const ADDRESS = "https://localhost:3000/";

/** Elements by local name, whatever prefix the file gives them. */
function all(name: string, within: Document | Element = dom): Element[] {
  return [...within.getElementsByTagNameNS("*", name)];
}

function attribute(element: Element | undefined, name: string): string {
  const value = element?.getAttribute(name);
  if (value === null || value === undefined) throw new Error(`no ${name} on ${element?.outerHTML}`);
  return value;
}

/** Width and height of a PNG file, in pixels, from its header. */
function pixels(file: string): [number, number] {
  const bytes = readFileSync(file);
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

test("the manifest is valid against Microsoft's schema", async () => {
  const folder = path.join(__dirname, "schema");
  const file = (name: string) => ({
    fileName: name,
    contents: readFileSync(path.join(folder, name), "utf8"),
  });
  const main = "OfficeAppManifestV1_1.xsd";
  const result = await validateXML({
    xml: [{ fileName: "manifest.xml", contents: source }],
    schema: [file(main)],
    preload: readdirSync(folder).filter((name) => name !== main).map(file),
  });
  expect(result.errors).toEqual([]);
  expect(result.valid).toBe(true);
});

test("the ribbon group has the five buttons in working order, four of which run a function", () => {
  const names = all("Control").map((control) => {
    const label = attribute(all("Label", control)[0], "resid");
    return attribute(dom.querySelector(`[id="${label}"]`) ?? undefined, "DefaultValue");
  });
  expect(names).toEqual(["打开面板", "计算进度", "插入附件", "生成通报", "校核"]);
  expect(all("FunctionName").map((name) => name.textContent)).toEqual([
    "computeProgress",
    "insertAttachments",
    "writeNotice",
    "proofread",
  ]);
});

test("pane and functions share one long-lived runtime, which the requirements ask for", () => {
  const runtime = all("Runtime")[0];
  expect(attribute(runtime, "lifetime")).toBe("long");
  const page = attribute(runtime, "resid");
  expect(attribute(all("FunctionFile")[0], "resid")).toBe(page);
  const show = all("Action").find((action) => action.getAttribute("xsi:type") === "ShowTaskpane");
  expect(attribute(all("SourceLocation", show)[0], "resid")).toBe(page);
  const sets = all("Set").map((set) => [attribute(set, "Name"), attribute(set, "MinVersion")]);
  expect(sets).toEqual([
    ["ExcelApi", "1.9"],
    ["SharedRuntime", "1.1"],
  ]);
});

test("the add-in asks for the document and nothing more", () => {
  expect(all("Permissions").map((element) => element.textContent)).toEqual(["ReadWriteDocument"]);
  expect(all("AppDomain")).toEqual([]);
});

test("every resource is used, and every use has its resource", () => {
  const uses = new Set([...dom.querySelectorAll("[resid]")].map((user) => attribute(user, "resid")));
  const given = all("Resources")
    .flatMap((resources) => [...resources.querySelectorAll("[id]")])
    .map((resource) => attribute(resource, "id"));
  expect(new Set(given)).toEqual(uses);
  expect(new Set(given).size).toBe(given.length);
});

test("every icon exists at the size it is given for, at 16, 32 and 80 at least", () => {
  const lists = all("Icon").map((icon) => all("Image", icon));
  for (const list of lists) {
    expect(list.map((image) => attribute(image, "size"))).toEqual(["16", "32", "64", "80"]);
    for (const image of list) {
      const resource = dom.querySelector(`[id="${attribute(image, "resid")}"]`) ?? undefined;
      const address = attribute(resource, "DefaultValue");
      expect(address.startsWith(`${ADDRESS}assets/`)).toBe(true);
      const size = Number(attribute(image, "size"));
      expect(pixels(path.join(root, address.slice(ADDRESS.length)))).toEqual([size, size]);
    }
  }
  const icon = (name: string) => attribute(all(name)[0], "DefaultValue").slice(ADDRESS.length);
  expect(pixels(path.join(root, icon("IconUrl")))).toEqual([32, 32]);
  expect(pixels(path.join(root, icon("HighResolutionIconUrl")))).toEqual([64, 64]);
});

test("what staff see is Chinese first with English beside it, within Excel's lengths", () => {
  expect(all("DefaultLocale")[0]?.textContent).toBe("zh-CN");
  const limits: [string, number][] = [
    ["DisplayName", 125],
    ["Description", 250],
  ];
  const texts = limits.flatMap(([name, limit]) =>
    all(name)
      .filter((element) => element.hasAttribute("DefaultValue"))
      .map((element) => ({ element, limit })),
  );
  const strings = [...all("ShortStrings"), ...all("LongStrings")].flatMap((list) =>
    all("String", list).map((element) => ({
      element,
      limit: list.localName === "ShortStrings" ? 125 : 250,
    })),
  );
  expect(strings.length).toBeGreaterThan(0);
  for (const { element, limit } of [...texts, ...strings]) {
    const chinese = attribute(element, "DefaultValue");
    const override = all("Override", element)[0];
    const english = attribute(override, "Value");
    expect(attribute(override, "Locale")).toBe("en-US");
    expect(chinese).toMatch(/\p{Script=Han}/u);
    expect(english).toMatch(/[A-Za-z]/);
    expect(chinese.length).toBeLessThanOrEqual(limit);
    expect(english.length).toBeLessThanOrEqual(limit);
  }
});
