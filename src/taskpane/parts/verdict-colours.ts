import { tokens } from "@fluentui/react-components";
import type { Verdict } from "../../notice";

/** Colour of a verdict; a symbol and a kind of underline stand beside it wherever it is used. */
export const VERDICT_COLOURS: Record<Verdict, string> = {
  wrong: tokens.colorPaletteRedForeground1,
  suspect: tokens.colorPaletteDarkOrangeForeground1,
  ok: tokens.colorPaletteGreenForeground1,
  unverified: tokens.colorNeutralForeground3,
};
