import { webLightTheme, type Theme } from "@fluentui/react-components";
import type { ThemeName } from "../host";

/** Fluent's theme of a name; all but the light one are loaded when asked for. */
export async function loadTheme(name: ThemeName): Promise<Theme> {
  switch (name) {
    case "light":
      return webLightTheme;
    case "dark":
      return (await import("./dark")).dark;
    case "highContrast":
      return (await import("./high-contrast")).highContrast;
  }
}
