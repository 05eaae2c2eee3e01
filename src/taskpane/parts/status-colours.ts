import { tokens } from "@fluentui/react-components";
import type { Status } from "../../progress";

/**
 * Colour of a status in text and bars, of the hue that it has on the sheets: orange falls short, green is on pace, blue
 * is whole or ahead. A symbol stands beside it wherever it is used.
 */
export const STATUS_TEXT_COLOURS: Record<Status, string> = {
  none: tokens.colorPaletteDarkOrangeForeground2,
  behind: tokens.colorPaletteDarkOrangeForeground1,
  onPace: tokens.colorPaletteGreenForeground1,
  complete: tokens.colorBrandForeground1,
  exceeded: tokens.colorBrandForeground2,
  unknown: tokens.colorNeutralForeground3,
  noTask: tokens.colorNeutralForeground3,
};
