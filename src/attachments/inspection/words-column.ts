import type { Link } from "../../progress";
import { rowName, type FormColumn } from "../form";
import { textExpression } from "../formulas";

/** A column of the staff's own words, each a formula onto its cell. */
export function wordsColumn(id: string, path: string[], words: (region: string) => { text: string; link: Link | null } | null): FormColumn {
  return {
    id,
    path,
    widest: "",
    words: true,
    cell: (place) => {
      const own = words(place.region);
      if (!own) return null;
      const expression = own.link && textExpression(own.link, rowName(place));
      const cell = expression === null ? ({ kind: "text", text: own.text } as const) : ({ kind: "formula", formula: `=${expression}` } as const);
      return { cell, text: own.text };
    },
    total: () => null,
  };
}
