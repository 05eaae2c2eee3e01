import { FluentProvider, type Theme } from "@fluentui/react-components";
import type { Language } from "../progress";
import { LanguageContext } from "./language";
import { Shell } from "./shell";
import { StoreContext, type PaneStore } from "./store";

interface AppProps {
  store: PaneStore;
  language: Language;
  theme: Theme;
}

/** The pane in one language and theme over a store. */
export function App({ store, language, theme }: AppProps) {
  return (
    <FluentProvider theme={theme}>
      <LanguageContext value={language}>
        <StoreContext value={store}>
          <Shell />
        </StoreContext>
      </LanguageContext>
    </FluentProvider>
  );
}
