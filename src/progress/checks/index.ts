import type { Figures } from "../figures";
import type { Finding } from "../findings";
import type { Records } from "../records";
import { missingRegions } from "./missing-regions";
import { negativeValues } from "./negative-values";
import { partsWithinWholes } from "./parts-within-wholes";
import { statedRates } from "./stated-rates";
import { statedTotals } from "./stated-totals";
import { targetsOfDone } from "./targets-of-done";

/** Every check of what the workbook states against what its own rows say. */
export function checkRecords(records: Records, figures: Figures): Finding[] {
  return [
    ...statedTotals(records),
    ...statedRates(records),
    ...partsWithinWholes(records, figures),
    ...negativeValues(records),
    ...targetsOfDone(records, figures),
    ...missingRegions(records),
  ];
}
