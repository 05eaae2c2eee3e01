export type ThemeName = "light" | "dark" | "highContrast";

/** The part of Office.context.officeTheme that decides. */
interface OfficeColours {
  bodyBackgroundColor?: string;
  isDarkTheme?: boolean;
}

/** Below this share of full brightness a background counts as dark. */
const DARK = 0.5;

/**
 * The pane's theme: high contrast where the system forces its colours, dark on a dark Office, else light
 * (also where Office tells nothing, as on the web).
 */
export function themeNameOf(office: OfficeColours | undefined, highContrast: boolean): ThemeName {
  if (highContrast) return "highContrast";
  const dark = office?.isDarkTheme ?? isDark(office?.bodyBackgroundColor);
  return dark ? "dark" : "light";
}

function isDark(colour: string | undefined): boolean {
  const [, red, green, blue] = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(colour ?? "") ?? [];
  if (red === undefined || green === undefined || blue === undefined) return false;
  // Weights of Rec. 709 for the brightness that an eye sees.
  const brightness = 0.2126 * parseInt(red, 16) + 0.7152 * parseInt(green, 16) + 0.0722 * parseInt(blue, 16);
  return brightness / 255 < DARK;
}
