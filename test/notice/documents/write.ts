import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { compareWithSeed, seedComparison } from "./seed-comparison";
import { templatesDocument } from "./templates-document";

/** Writes the documents that are made from what the notice does: `npm run seed-comparison`. */
async function write(): Promise<void> {
  const docs = join(__dirname, "..", "..", "..", "docs");
  writeFileSync(join(docs, "seed-comparison.md"), seedComparison(await compareWithSeed()));
  writeFileSync(join(docs, "templates.md"), await templatesDocument());
}

void write();
