import { readdirSync } from "node:fs";

/**
 * What is mutated, in parts, and the tests that are to see it: those that pertain and take a second, the quick ones
 * first. The long properties would see more, at a hundred times the time. Where tests go through Excel and take ten
 * seconds, and of words, a part tries what stands on every so many lines alone (`everyLine`).
 * @type {Record<string, { folder: string, mutate: string[], tests: string[], everyLine?: number }>}
 */
export const PARTS = {
  arithmetic: {
    folder: "src/progress",
    mutate: files("src/progress", ["decimal", "calendar", "status", "rank", "threshold", "next-demand", "judgement", "figure-id", "address", "steps", "status-name", "parsing", "overall-ranking"]),
    tests: files("test/progress", ["decimal", "calendar", "next-demand", "threshold", "figure-id", "address", "steps", "judgement", "verb", "parsing", "status-and-rank", "overall-ranking"], ".test"),
  },
  figures: {
    folder: "src/progress",
    mutate: files("src/progress", ["indicator-progress", "backlog", "audit", "period", "figures", "findings", "indicators", "continuing"]).concat(filesIn("src/progress/checks")),
    tests: files("test/progress", ["figures", "findings", "backlog", "audit", "continuing", "stated", "indicator-progress", "periods"], ".test"),
  },
  report: { folder: "src/progress", mutate: files("src/progress", ["report", "kept-differences"]), tests: files("test/progress", ["day-of-figures", "kept-periods", "checks"], ".test") },
  day: { folder: "src/progress", mutate: files("src/progress", ["figures-day", "office-settings"]), tests: files("test/progress", ["day-of-figures", "figures-day", "office-settings"], ".test") },
  words: {
    folder: "src/progress",
    mutate: files("src/progress", ["verb", "place", "units-below", "topic", "meaning", "progress-notes", "zones"]),
    tests: files("test/progress", ["verb", "place", "progress-notes", "topic"], ".test"),
    everyLine: 3,
  },
  cells: { folder: "src/cells", mutate: filesIn("src/cells"), tests: files("test/cells", ["number", "unit", "text", "day"], ".test") },
  laws: { folder: "src/interpret", mutate: ["src/interpret/laws.ts"], tests: ["test/interpret/laws.test.ts"] },
  remembered: {
    folder: "src/excel",
    mutate: files("src/excel", ["step", "invert", "history", "past-write", "landmarks", "ownership", "cell-input", "write-journal", "kept-text"]),
    tests: files("test/excel/kept", ["history", "steps", "opened", "invert", "marks-of-ours"], ".test"),
  },
  writes: {
    folder: "src/excel",
    mutate: files("src/excel", ["apply-cells", "apply-steps", "cells-before", "sheet-writer", "kept-data", "put-back"]),
    tests: ["test/excel/kept/put-back.test.ts", "test/actions/kept-data.test.ts", "test/actions/take-back.test.ts"],
    everyLine: 16,
  },
  reads: { folder: "src/excel", mutate: files("src/excel", ["islands", "read-long-grid"]), tests: files("test/excel", ["long-sheet", "far-cells"], ".test"), everyLine: 16 },
};

function files(folder, names, kind = "") {
  return names.map((name) => `${folder}/${name}${kind}.ts`);
}

function filesIn(folder) {
  return readdirSync(new URL(`../../${folder}`, import.meta.url)).filter((name) => name !== "index.ts").map((name) => `${folder}/${name}`);
}
