import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { openPlayground } from "./support/open-playground";

const DIST = path.resolve(__dirname, "../../dist");
/** What Microsoft's hello-world template of a React add-in ships, in bytes after gzip. */
const LIMIT = 169_000;

const page = () => readFileSync(path.join(DIST, "taskpane.html"), "utf8");
const scriptsOf = (html: string) => [...html.matchAll(/<script[^>]*\ssrc="?([^">\s]+)"?/g)].map(([, source]) => source ?? "");
const compressed = (file: string) => gzipSync(readFileSync(path.join(DIST, file)), { level: 9 }).length;

test("the pane loads less script first than Microsoft's hello-world template, 169 KB compressed", () => {
  const own = scriptsOf(page()).filter((source) => !source.startsWith("https:"));
  expect(own.length).toBeGreaterThanOrEqual(2);
  expect(own.reduce((sum, source) => sum + compressed(source), 0)).toBeLessThan(LIMIT);
});

test("all scripts of the page are asked for at once: each is named before the policy, beyond which a browser does not look ahead", () => {
  const [ahead = ""] = page().split("Content-Security-Policy");
  const named = [...ahead.matchAll(/<link rel="preload" as="script" href="([^"]+)"/g)].map(([, source]) => source);
  expect(named.sort()).toEqual(scriptsOf(page()).sort());
});

test("what runs as the pane opens is compiled while it comes, and nothing else", () => {
  const isCompiledWhileLoading = (file: string) => readFileSync(path.join(DIST, file), "utf8").startsWith("//# allFunctionsCalledOnLoad\n");
  const files = readdirSync(DIST).filter((file) => file.endsWith(".js") && isCompiledWhileLoading(file));
  expect(files.map((file) => file.replace(/\..*/, "")).sort()).toEqual(["first-reading", "taskpane"]);
});

test("the first reading takes two scripts more, what reads and the national list; no other is asked for before it is shown", async () => {
  const playground = await openPlayground({ apart: true });
  try {
    await playground.page.addInitScript(() => {
      new MutationObserver((_, observer) => {
        if (!document.querySelector("main h2")) return;
        observer.disconnect();
        // Those that came, and those that are on their way.
        const addresses = [...performance.getEntriesByType("resource").map(({ name }) => name), ...[...document.scripts].map(({ src }) => src)];
        Object.assign(window, { asked: [...new Set(addresses.flatMap((address) => /\/pane\/([^/]+)\.js$/.exec(address)?.[1] ?? []))] });
      }).observe(document, { childList: true, subtree: true });
    });
    await playground.page.reload();
    await playground.pane.locator("main h2").first().waitFor();
    const asked = await playground.paneFrame().evaluate(() => (window as unknown as { asked: string[] }).asked);
    // On a machine that is slow the bar of a long reading comes too.
    const names = asked.map((name) => name.replace(/\..*/, "")).filter((name) => name !== "reading-bar");
    expect(names.sort()).toEqual(["first-reading", "national-list", "startup-watch", "taskpane"]);
  } finally {
    await playground.close();
  }
}, 120_000);
