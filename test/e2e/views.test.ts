import { seed } from "../support/cases";
import { violations } from "./support/axe";
import { openPlayground, type OpenPlayground } from "./support/open-playground";

const LIMIT = 180_000;
/** Excel lets the user drag a pane between these widths; 350 is where it opens. */
const WIDTHS = [320, 350, 600];
const VIEWS = {
  "zh-CN": ["数据", "进度", "附件", "通报", "校核"],
  en: ["Data", "Progress", "Attachments", "Notice", "Check"],
};
const RIBBON = { "zh-CN": "计算进度", en: "Compute" };

describe.each(["zh-CN", "en"] as const)("every view in %s", (language) => {
  let playground: OpenPlayground;
  beforeAll(async () => {
    playground = await openPlayground({ language, width: 1600 });
    await playground.press(RIBBON[language]);
  }, LIMIT);
  afterAll(() => playground?.close());

  const show = async (view: string, width: number) => {
    await playground.setPaneWidth(width);
    await playground.pane.getByRole("tab", { name: new RegExp(`^${view}`) }).click();
    await playground.pane.locator("main").getByRole("progressbar").waitFor({ state: "detached" });
    return playground.paneFrame();
  };

  // At one of the widths, another by each seed.
  test.each(VIEWS[language])("%s has no barrier that axe finds", async (view) => {
    const frame = await show(view, WIDTHS[(seed() + VIEWS[language].indexOf(view)) % WIDTHS.length] ?? 0);
    expect(await violations(frame)).toEqual([]);
  }, LIMIT);

  describe.each(WIDTHS)("at %d px", (width) => {
    test.each(VIEWS[language])("%s has nothing wider than the pane", async (view) => {
      const frame = await show(view, width);
      const [needed, given] = await frame.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
      expect(given).toBe(width);
      expect(needed).toBeLessThanOrEqual(width);
      const cut = await frame.evaluate(() =>
        [...document.querySelectorAll(":is(button, h1, h2, h3, p, li, label):not(.visually-hidden)")]
          .filter((element) => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== "inline")
          .map((element) => element.textContent?.slice(0, 40)),
      );
      expect(cut).toEqual([]);
    }, LIMIT);
  });

  test("nothing failed on the page", () => {
    expect(playground.troubles).toEqual([]);
  });
});
