import { tokens } from "@fluentui/react-components";
import type { Status } from "../../progress";

/** Colour of a status in text and bars; a symbol stands beside it wherever it is used. */
export const STATUS_COLOURS: Record<Status, string> = {
  none: tokens.colorPaletteRedForeground1,
  behind: tokens.colorPaletteDarkOrangeForeground1,
  onPace: tokens.colorBrandForeground1,
  complete: tokens.colorPaletteGreenForeground1,
  exceeded: tokens.colorPaletteGreenForeground1,
  unknown: tokens.colorNeutralForeground3,
  noTask: tokens.colorNeutralForeground3,
};
