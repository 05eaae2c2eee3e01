import { createRequire } from "node:module";

const { default: Sequencer } = createRequire(import.meta.url)("@jest/test-sequencer");

/** Folders whose files run long, longest first: the last file to end must not be a long one that began last. */
const LONG = ["reliability", "e2e", "libreoffice", "headless", "actions", "tables"];

/** Jest's own order (failed ones first, then the longest of the last run); where it knows no times, long folders first. */
export default class LongFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path: file }) => {
      const folder = /[\\/]test[\\/]([^\\/]+)[\\/]/.exec(file)?.[1];
      const at = LONG.indexOf(folder);
      return at < 0 ? LONG.length : at;
    };
    const sorted = super.sort(tests);
    return sorted.some(({ duration }) => duration !== undefined) ? sorted : [...sorted].sort((a, b) => rank(a) - rank(b));
  }
}
