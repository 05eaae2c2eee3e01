/**
 * `npm run mutate [-- FOLDER or FILE …]`: changes the code in small ways, one at a time, and sees whether a test fails.
 * What no test saw is printed, with the code as it stands and as it was changed. build/mutation keeps what was found, and
 * a page for each part. `--every=4` tries what stands on every fourth line alone; `--left` tries again what the last run
 * left, after tests were added.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { Stryker } from "@stryker-mutator/core";
import { ensurePackages, root } from "../excel-host/bin/packages.mjs";
import { PARTS } from "./mutation/parts.mjs";

const KEPT = "build/mutation";
/** How a mutant can end that counts: it was seen (a test failed, or it never ended), or it was not. */
const SEEN = ["Killed", "Timeout"];
const LEFT = ["Survived", "NoCoverage"];

ensurePackages();
process.chdir(root);
mkdirSync(KEPT, { recursive: true });
// Whoever works on the machine goes first.
os.setPriority(15);
// The same cases for every mutant, and few of them: else chance would decide what is seen.
Object.assign(process.env, { CASES: "few", SEED: process.env.SEED ?? "1" });

const asked = process.argv.slice(2).filter((argument) => !argument.startsWith("--")).map((place) => place.replace(/\/+$/, ""));
const isLeftOnly = process.argv.includes("--left");
const every = Number(process.argv.find((argument) => argument.startsWith("--every="))?.slice(8) ?? 1);
const isAsked = (file) => asked.length === 0 || asked.some((place) => file === place || file.startsWith(`${place}/`));
const chosen = Object.entries(PARTS).map(([name, part]) => ({ ...part, name, files: part.mutate.filter(isAsked) })).filter(({ files }) => files.length > 0);
if (chosen.length === 0) {
  console.error(`Nothing of ${asked.join(", ")} is mutated. What is: ${[...new Set(Object.values(PARTS).map(({ folder }) => folder))].join(", ")}.`);
  process.exit(2);
}

const found = [];
for (const part of chosen) found.push({ part, mutants: await foundIn(part) });
for (const { mutants } of found) for (const text of survivors(mutants)) console.log(text);
for (const { part, mutants } of found) console.log(`${part.folder}, ${part.name}: ${scoreOf(mutants)}`);
for (const folder of new Set(chosen.map((part) => part.folder))) console.log(`${folder}: ${scoreOf(found.filter(({ part }) => part.folder === folder).flatMap(({ mutants }) => mutants))}`);

/** The mutants of a part's chosen files, with how each ended now or, of those not tried again, last time. */
async function foundIn({ name, files, tests, everyLine = every }) {
  const kept = `${KEPT}/${name}.json`;
  const last = existsSync(kept) ? JSON.parse(readFileSync(kept, "utf8")) : [];
  const isChosen = ({ fileName }) => files.includes(path.relative(root, fileName));
  const before = isLeftOnly ? last.filter(isChosen) : [];
  if (isLeftOnly) console.log(`${name}: ${before.filter(isLeft).length} of ${before.length} mutants are tried again`);
  const patterns = isLeftOnly ? before.filter(isLeft).map(placeOf) : everyLine === 1 ? files : files.flatMap((file) => linesOf(file, everyLine));
  const tried = patterns.length === 0 ? [] : await run(name, patterns, tests);
  const now = new Map(tried.map((mutant) => [identityOf(mutant), mutant]));
  const mutants = isLeftOnly ? before.map((mutant) => now.get(identityOf(mutant)) ?? mutant) : [...now.values()];
  const all = [...last.filter((mutant) => !isChosen(mutant)), ...mutants];
  writeFileSync(kept, JSON.stringify(all.map(({ fileName, location, mutatorName, replacement, status, killedBy }) => ({ fileName, location, mutatorName, replacement, status, killedBy }))));
  return mutants;
}

/** Every so many lines of a file, the first among them, each as a pattern of what to mutate. */
function linesOf(file, every) {
  const count = readFileSync(file, "utf8").split("\n").length;
  return Array.from({ length: Math.ceil(count / every) }, (_, at) => `${file}:${at * every + 1}-${at * every + 1}`);
}

function run(name, mutate, tests) {
  process.env.MUTATION_TESTS = JSON.stringify(tests);
  return new Stryker({
    mutate,
    testRunner: "jest",
    plugins: ["@stryker-mutator/jest-runner", path.join(root, "test/mutation/words-ignorer.mjs")],
    ignorers: ["words"],
    jest: { configFile: "test/mutation/jest.config.mjs", enableFindRelatedTests: false },
    coverageAnalysis: "perTest",
    concurrency: 2,
    disableTypeChecks: false,
    ignorePatterns: ["build", "dist", "docs", "assets"],
    // Not in this folder, where jest would take it for a part of the project.
    tempDirName: path.join(os.tmpdir(), "housing-progress-mutation"),
    reporters: ["html", "progress-append-only"],
    htmlReporter: { fileName: `${KEPT}/${name}.html` },
    timeoutMS: 30_000,
    logLevel: "error",
    allowEmpty: true,
  }).runMutationTest();
}

function isLeft({ status }) {
  return LEFT.includes(status);
}

/** A mutant's place as a pattern of what to mutate; Stryker's columns there count from 0. */
function placeOf({ fileName, location: { start, end } }) {
  return `${path.relative(root, fileName)}:${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`;
}

function identityOf({ fileName, location: { start, end }, mutatorName, replacement }) {
  return [fileName, start.line, start.column, end.line, end.column, mutatorName, replacement].join(" ");
}

function scoreOf(mutants) {
  const seen = mutants.filter(({ status }) => SEEN.includes(status)).length;
  const all = seen + mutants.filter(isLeft).length;
  return `${seen} of ${all} mutants seen, ${((100 * seen) / Math.max(1, all)).toFixed(1)}%`;
}

/** The mutants that no test saw, in the order of the code: where, what kind, the code there and what took its place. */
function survivors(mutants) {
  const place = ({ location }) => location.start.line * 1e4 + location.start.column;
  const left = mutants.filter(isLeft).sort((a, b) => a.fileName.localeCompare(b.fileName) || place(a) - place(b));
  return left.map((mutant) => {
    const { line, column } = mutant.location.start;
    const isCovered = mutant.status === "Survived";
    return [
      `${path.relative(root, mutant.fileName)}:${line}:${column} ${mutant.mutatorName}${isCovered ? "" : " (no test comes here)"}`,
      `  - ${shortened(codeAt(mutant))}`,
      `  + ${shortened(mutant.replacement)}`,
    ].join("\n");
  });
}

function codeAt({ fileName, location: { start, end } }) {
  const lines = readFileSync(fileName, "utf8").split("\n").slice(start.line - 1, end.line);
  lines[lines.length - 1] = lines.at(-1).slice(0, end.column - 1);
  lines[0] = lines[0].slice(start.column - 1);
  return lines.join("\n");
}

function shortened(code) {
  const flat = code.replace(/\s+/g, " ");
  return flat.length <= 160 ? flat : `${flat.slice(0, 110)} … ${flat.slice(-45)}`;
}
