import type { WordPicture } from "./pictures";

/** A page of its own before the notice, row under row: plain data. */
export interface LeadingPage {
  marginsMm: { top: number; bottom: number; left: number; right: number };
  /** The widths of its columns; the page takes their proportions. */
  columnWidths: number[];
  rows: LeadingRow[];
}

/** A row of the page; `height` is in points, `lines` how many its text takes. */
export type LeadingRow =
  | { kind: "line"; height: number; lines: number; cell: LeadingCell }
  | { kind: "cells"; height: number; cells: LeadingCell[] }
  | { kind: "picture"; height: number; picture: WordPicture };

/** A text of the page and how it looks. */
export interface LeadingCell {
  text: string;
  columnSpan: number;
  fontName: string;
  /** Points. */
  fontSize: number;
  bold: boolean;
  /** #RRGGBB; null: none. */
  fill: string | null;
  align: "left" | "center" | "right";
}
