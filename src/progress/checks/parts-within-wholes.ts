import { plain } from "../decimal";
import type { Figures } from "../figures";
import { finding, type Finding } from "../findings";
import { meaningName } from "../meaning";
import type { Meaning, Records } from "../records";

/** part-exceeds-whole: a 其中 figure larger than the figure it is a part of, region by region. */
export function partsWithinWholes(records: Records, figures: Figures): Finding[] {
  return records.indicators.flatMap((part) => {
    const { parent } = part;
    if (parent === undefined) return [];
    return records.regions.flatMap(({ name: region }) =>
      (["target", "done"] as const).flatMap((kind) => {
        const partMeaning: Meaning = { kind, indicator: part.id };
        const wholeMeaning: Meaning = { kind, indicator: parent };
        const [inner, outer] = [figures.of(region, partMeaning), figures.of(region, wholeMeaning)];
        if (!inner || !outer || inner.value <= outer.value || outer.value < 0) return [];
        const names = [partMeaning, wholeMeaning].map((meaning) =>
          meaningName(meaning, records.indicators),
        );
        return [
          finding(
            "part-exceeds-whole",
            [...inner.source.cells, ...outer.source.cells],
            `${region}：其中“${names[0]?.chinese}”${plain(inner.value)} 大于“${names[1]?.chinese}”${plain(outer.value)}`,
            `${region}: ${names[0]?.english} ${plain(inner.value)} is more than ${names[1]?.english} ${plain(outer.value)}`,
          ),
        ];
      }),
    );
  });
}
