import type { Hatch } from "../attachments";
import type { Point } from "./shapes";

/** Points between the lines of a hatch. */
const STEPS: Partial<Record<Hatch, number>> = { sparse: 5, dense: 2.5 };

/** The lines of a hatch inside a box, from the lower left to the upper right. */
export function hatchLines(
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  hatch: Hatch,
): [Point, Point][] {
  const step = STEPS[hatch];
  if (step === undefined || width <= 0 || height <= 0) return [];
  // Each line is where across and down from the box's corner come to the same sum.
  const gap = step * Math.SQRT2;
  return Array.from({ length: Math.floor((width + height) / gap) }, (_, index): [Point, Point] => {
    const sum = (index + 1) * gap;
    const down = Math.min(sum, height);
    const across = Math.min(sum, width);
    return [
      [x + sum - down, y + down],
      [x + across, y + sum - across],
    ];
  });
}
