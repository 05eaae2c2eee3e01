import fc from "fast-check";
import { seed } from "./cases";

// One number decides every case of a run, so that SEED=number repeats it, properties and all.
fc.configureGlobal({ seed: seed() });

export default fc;
export type { GeneratorValue } from "fast-check";
