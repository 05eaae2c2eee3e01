import type * as Core from "@univerjs/core";
import type { DataBarView, IconView } from "../../engine";

/** What Univer tells of the cell that is being drawn. */
interface DrawnCell {
  primaryWithCoord: {
    startX: number;
    startY: number;
    endX: number;
    endY: number;
    isMergedMainCell?: boolean;
    mergeInfo?: { startX: number; startY: number; endX: number; endY: number };
  };
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const RED = "#d13438";
const YELLOW = "#f2a51f";
const GREEN = "#2e8b57";
const GREY = "#8a8886";

/** A data bar, drawn under the cell's text. */
export function dataBarDrawing(bar: DataBarView): Core.ICellCustomRender {
  return {
    zIndex: -1,
    drawWith(context, info) {
      const box = cellBox(info as unknown as DrawnCell, 1.5);
      const left = box.x + box.width * bar.start;
      const width = box.width * (bar.end - bar.start);
      context.save();
      // Whatever is drawn first, dark figures stay dark on it.
      context.globalCompositeOperation = "multiply";
      if (width > 0) {
        context.fillStyle = bar.gradient ? gradient(context, left, width, bar.color) : bar.color;
        context.fillRect(left, box.y, width, box.height);
      }
      if (bar.axis !== undefined) {
        const x = Math.round(box.x + box.width * bar.axis) + 0.5;
        context.strokeStyle = "#000000";
        context.setLineDash([2, 2]);
        context.beginPath();
        context.moveTo(x, box.y);
        context.lineTo(x, box.y + box.height);
        context.stroke();
      }
      context.restore();
    },
  };
}

/** An icon of a set, at the cell's left edge, by its place in the set: low red, high green. */
export function iconDrawing(icon: IconView): Core.ICellCustomRender {
  return {
    zIndex: 1,
    drawWith(context, info) {
      const box = cellBox(info as unknown as DrawnCell, 0);
      const size = Math.min(14, box.height - 2);
      const x = box.x + 3 + size / 2;
      const y = box.y + box.height / 2;
      context.save();
      drawIcon(context, icon, x, y, size / 2);
      context.restore();
    },
  };
}

function cellBox(info: DrawnCell, inset: number): Box {
  const cell = info.primaryWithCoord;
  const at = cell.isMergedMainCell && cell.mergeInfo ? cell.mergeInfo : cell;
  return {
    x: at.startX + inset,
    y: at.startY + inset,
    width: at.endX - at.startX - 2 * inset,
    height: at.endY - at.startY - 2 * inset,
  };
}

function gradient(context: CanvasRenderingContext2D, left: number, width: number, color: string) {
  const fill = context.createLinearGradient(left, 0, left + width, 0);
  fill.addColorStop(0, color);
  fill.addColorStop(1, `${color}22`);
  return fill;
}

/** How many icons a set has is the first word of its name. */
const SET_SIZES: Record<string, number> = { Three: 3, Four: 4, Five: 5 };

function drawIcon(
  context: CanvasRenderingContext2D,
  { set, index }: IconView,
  x: number,
  y: number,
  radius: number,
): void {
  const size = SET_SIZES[/^[A-Z][a-z]+/.exec(set)?.[0] ?? ""] ?? 3;
  const share = index / (size - 1);
  const color = /Gray/.test(set) ? GREY : share < 0.34 ? RED : share < 0.67 ? YELLOW : GREEN;
  context.fillStyle = color;
  context.strokeStyle = color;
  context.lineWidth = 2;
  context.beginPath();
  if (/Arrow|Triangle/.test(set)) {
    context.translate(x, y);
    context.rotate(Math.PI * (1 - share));
    arrow(context, radius, /Triangle/.test(set));
    context.fill();
  } else if (/Flag/.test(set)) {
    context.rect(x - radius, y - radius, 1.5, radius * 2);
    context.rect(x - radius, y - radius, radius * 1.8, radius * 1.1);
    context.fill();
  } else if (/Symbols/.test(set)) {
    symbol(context, share, x, y, radius * 0.7);
    context.stroke();
  } else if (/Rating|Quarters|Boxes/.test(set)) {
    context.arc(x, y, radius - 1, 0, Math.PI * 2);
    context.stroke();
    context.beginPath();
    context.moveTo(x, y);
    context.arc(x, y, radius - 1, -Math.PI / 2, -Math.PI / 2 + Math.PI * 2 * share);
    context.fill();
  } else {
    context.arc(x, y, radius, 0, Math.PI * 2);
    context.fill();
  }
}

function arrow(context: CanvasRenderingContext2D, radius: number, headOnly: boolean): void {
  const points: [number, number][] = headOnly
    ? [[0, -radius], [radius, radius * 0.7], [-radius, radius * 0.7]]
    : [[0, -radius], [radius, 0], [radius * 0.4, 0], [radius * 0.4, radius], [-radius * 0.4, radius], [-radius * 0.4, 0], [-radius, 0]];
  for (const [x, y] of points) context.lineTo(x, y);
  context.closePath();
}

/** A cross, an exclamation mark, a tick. */
function symbol(context: CanvasRenderingContext2D, share: number, x: number, y: number, radius: number): void {
  if (share < 0.34) {
    context.moveTo(x - radius, y - radius);
    context.lineTo(x + radius, y + radius);
    context.moveTo(x + radius, y - radius);
    context.lineTo(x - radius, y + radius);
  } else if (share < 0.67) {
    context.moveTo(x, y - radius);
    context.lineTo(x, y + radius * 0.3);
    context.moveTo(x, y + radius * 0.8);
    context.lineTo(x, y + radius);
  } else {
    context.moveTo(x - radius, y);
    context.lineTo(x - radius * 0.3, y + radius * 0.7);
    context.lineTo(x + radius, y - radius * 0.8);
  }
}
