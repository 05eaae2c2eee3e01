import { FluentProvider, teamsHighContrastTheme, webDarkTheme, webLightTheme, type Theme } from "@fluentui/react-components";
import type { Language } from "../progress";
import type { ThemeName } from "./host";
import { LanguageContext } from "./language";
import { Shell } from "./shell";
import { StoreContext, type PaneStore } from "./store";

const THEMES: Record<ThemeName, Theme> = {
  light: webLightTheme,
  dark: webDarkTheme,
  highContrast: teamsHighContrastTheme,
};

interface AppProps {
  store: PaneStore;
  language: Language;
  theme: ThemeName;
}

/** The pane in one language and theme over a store. */
export function App({ store, language, theme }: AppProps) {
  return (
    <FluentProvider theme={THEMES[theme]}>
      <LanguageContext value={language}>
        <StoreContext value={store}>
          <Shell />
        </StoreContext>
      </LanguageContext>
    </FluentProvider>
  );
}
