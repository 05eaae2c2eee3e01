import { asShipped } from "./as-shipped";
import { load } from "./load";
import type * as Reading from "./reading";

const reading = async () => (await asShipped<typeof Reading>("test/bench/reading.ts")).reading();

/** The parts of `npm run bench`, by the name that runs one alone. */
const PARTS: Record<string, () => Promise<string[]>> = { reading, load };

async function main(asked: readonly string[]): Promise<void> {
  for (const [name, part] of Object.entries(PARTS)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    process.stdout.write([`# ${name}`, ...(await part())].map((line) => `${line}\n`).join(""));
  }
}

void main(process.argv.slice(2));
