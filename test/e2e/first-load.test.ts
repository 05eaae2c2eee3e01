import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";

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
