/**
 * `npm run calibrate`: what each entry of the lexicon is good for, and how the reader does without what one family
 * of workbooks alone has taught it.
 */
import { ENTRIES } from "../../../src/lexicon";
import { loadNationalList } from "../../../src/tables";
import { goldOf, neededBy, withoutOwnWords } from "./support";

async function main(): Promise<void> {
  const gazetteer = await loadNationalList();
  const gold = await goldOf(gazetteer);
  console.log("| entry | says | weight | term | stands in | decides |\n|---|---|---|---|---|---|");
  for (const entry of ENTRIES) {
    const standsIn = gold.filter(({ words }) => words.has(entry.word)).length;
    if (standsIn === 0 && !process.argv.includes("--all")) continue;
    const decides = neededBy(entry, gold, gazetteer);
    const alone = decides.length === 1 ? ` (${decides[0]})` : "";
    console.log(`| ${entry.word} | ${entry.kind} ${entry.value} | ${entry.weight} | ${entry.term ? "yes" : ""} | ${standsIn} | ${decides.length}${alone} |`);
  }
  const total = { slots: 0, roles: 0, whole: 0 };
  console.log("\n| family left out | slots | roles right | indicator and role |\n|---|---|---|---|");
  for (const family of [...new Set(gold.map((one) => one.family))].sort()) {
    const { slots, roles, whole } = withoutOwnWords(family, gold, gazetteer);
    console.log(`| ${family} | ${slots} | ${share(roles, slots)} | ${share(whole, slots)} |`);
    total.slots += slots;
    total.roles += roles;
    total.whole += whole;
  }
  console.log(`| **all** | ${total.slots} | **${share(total.roles, total.slots)}** | **${share(total.whole, total.slots)}** |`);
}

function share(part: number, whole: number): string {
  return whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`;
}

void main();
