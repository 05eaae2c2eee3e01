import type { CellAddress } from "./address";
import { sum } from "./decimal";
import type { Figure, Figures } from "./figures";
import type { Link, Records } from "./records";

/** 续建攻坚: projects begun before the end of 2017 and not yet built. */
export interface ContinuingProgress {
  units: number;
  regions: {
    region: string;
    units: Figure | null;
    /** The office's own words, e.g. 年底前基本建成. */
    outlook: string | null;
    outlookSource: CellAddress | null;
    outlookLink: Link | null;
  }[];
}

/** Sums the unfinished units and keeps each region's outlook; null without such a table. */
export function continuingProgress(records: Records, figures: Figures): ContinuingProgress | null {
  const regions = records.regions.flatMap(({ name: region }) => {
    const units = figures.of(region, { kind: "continuing" });
    const outlook = records.texts.find((text) => text.kind === "outlook" && text.region === region);
    if (!outlook && !(units && units.value !== 0)) return [];
    const words = {
      outlook: outlook?.text ?? null,
      outlookSource: outlook?.source ?? null,
      outlookLink: outlook?.link ?? null,
    };
    return [{ region, units, ...words }];
  });
  if (regions.length === 0) return null;
  return { units: sum(regions.map((row) => row.units?.value ?? 0)), regions };
}
