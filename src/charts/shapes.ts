import type { Hatch } from "../attachments";

/** A picture as shapes, in points from its upper left corner: to be shown in the pane or set into a Word file. */
export interface Picture {
  width: number;
  height: number;
  /** From the lowest to the one on top. */
  shapes: Shape[];
  /** What it shows, in words. */
  text: string;
}

export type Shape =
  | { kind: "rect"; x: number; y: number; width: number; height: number; fill: string; line: string | null; hatch: Hatch }
  | { kind: "line"; points: Point[]; color: string; weight: number; dash: boolean }
  | { kind: "mark"; x: number; y: number; size: number; shape: "diamond" | "circle"; fill: string; line: string }
  | TextShape;

/** A point, in points from the upper left corner. */
export type Point = readonly [x: number, y: number];

/** One line of text; y is where its letters stand. */
export interface TextShape {
  kind: "text";
  x: number;
  y: number;
  text: string;
  /** Points. */
  size: number;
  bold: boolean;
  color: string;
  anchor: "start" | "middle" | "end";
}
