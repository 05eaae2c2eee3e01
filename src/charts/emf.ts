import { DrawingRecords } from "./emf-records";
import { hatchLines } from "./hatch";
import type { Picture, Point, Shape } from "./shapes";

/** Fonts that every office has; digits in it are half as wide as its letters are high. */
const FACE = "宋体";
const HATCH_COLOUR = "#000000";
const HATCH_WEIGHT = 0.4;
const FRAME_WEIGHT = 0.75;
/** Points of a dash and of the gap behind it. */
const DASH = [5, 3] as const;

/**
 * A picture as an enhanced metafile (MS-EMF), which Word, WPS and LibreOffice print sharp at any size: lines and
 * letters instead of dots, made without a canvas.
 * @returns the bytes of a .emf
 */
export function emfOf({ width, height, shapes, text }: Picture): Uint8Array {
  const records = new DrawingRecords(width, height, text);
  for (const shape of shapes) put(records, shape);
  return records.finish();
}

function put(records: DrawingRecords, shape: Shape): void {
  switch (shape.kind) {
    case "rect": {
      const { x, y, width, height, fill, line, hatch } = shape;
      const corners: Point[] = [[x, y], [x + width, y], [x + width, y + height], [x, y + height]];
      records.polygon(corners, fill, line === null ? null : { color: line, weight: FRAME_WEIGHT });
      for (const [from, to] of hatchLines(shape, hatch)) records.polyline([from, to], { color: HATCH_COLOUR, weight: HATCH_WEIGHT });
      return;
    }
    case "line": {
      const pen = { color: shape.color, weight: shape.weight };
      if (!shape.dash) records.polyline(shape.points, pen);
      else for (const dash of dashes(shape.points)) records.polyline(dash, pen);
      return;
    }
    case "mark": {
      const { x, y, size, fill, line } = shape;
      const half = size / 2;
      const pen = { color: line, weight: FRAME_WEIGHT };
      if (shape.shape === "circle") records.ellipse(x - half, y - half, size, size, fill, pen);
      else records.polygon([[x, y - half], [x + half, y], [x, y + half], [x - half, y]], fill, pen);
      return;
    }
    case "text":
      records.text(shape, FACE);
  }
}

/** The dashes of a line: a metafile's own are only as long as a pixel of the screen it is first shown on. */
function dashes(points: readonly Point[]): Point[][] {
  return points.slice(1).flatMap((end, index) => {
    const [x1, y1] = points[index] ?? end;
    const [x2, y2] = end;
    const length = Math.hypot(x2 - x1, y2 - y1);
    const at = (distance: number): Point => [x1 + ((x2 - x1) * distance) / length, y1 + ((y2 - y1) * distance) / length];
    const count = Math.ceil(length / (DASH[0] + DASH[1]));
    return Array.from({ length: count }, (_, dash) => {
      const from = dash * (DASH[0] + DASH[1]);
      return [at(from), at(Math.min(length, from + DASH[0]))];
    });
  });
}

