import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose_gc");
const collect = runInNewContext("gc") as () => void;

/** Clears the memory of what nothing holds any more, so that what is measured next does not pay for it. */
export function collectGarbage(): void {
  collect();
}
