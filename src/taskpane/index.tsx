import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { associateCommands } from "../commands";
import { App } from "./app";
import { associate, currentTheme, displayLanguage, likelyLocale, likelyTheme, missingSet, openedInExcel, painted, settled, showPane, type ThemeName } from "./host";
import { languageOf, stringsOf } from "./language";
import { lazyActions } from "./lazy-actions";
import { localDay } from "./model/format";
import { createPaneStore } from "./store";
import { loadTheme } from "./themes";
import { fetchFirstView, fetchViews } from "./views/lazy-views";

/**
 * Starts the add-in. The pane is drawn while office.js still gets ready, in the language and the theme that it will
 * most likely have; what needs Excel waits.
 */
async function start(): Promise<void> {
  const element = document.getElementById("root");
  if (!element) throw new Error("taskpane.html has no #root");
  const root = createRoot(element);
  const opened = openedInExcel();
  const usable = opened.then((inExcel) => inExcel && missingSet() === null);
  const ready = onceTrue(usable).then(settled);
  const actions = lazyActions(
    () => ready.then(() => import("../actions")),
    () => ready.then(() => import(/* webpackChunkName: "at-start" */ "../actions/at-start")),
  );
  const store = createPaneStore(actions, () => localDay(new Date()));
  const draw = async (locale: string, themeName: ThemeName) => {
    const language = languageOf(locale);
    const theme = await loadTheme(themeName);
    document.documentElement.lang = language;
    // At once: left to React's own scheduling, the pane would come after office.js.
    flushSync(() => root.render(<App store={store} language={language} theme={theme} />));
  };
  const likely = { locale: likelyLocale(location.search) ?? navigator.language, theme: likelyTheme() };
  await draw(likely.locale, likely.theme);
  void painted().then(fetchFirstView);
  void store
    .read()
    .then(() => store.watch())
    .then(fetchViews);

  const inExcel = await opened;
  const locale = inExcel ? displayLanguage() : likely.locale;
  if (await usable) {
    // Ribbon functions first, so that a button pressed at once is not lost.
    associateCommands(store, { associate, showPane });
    if (languageOf(locale) !== languageOf(likely.locale) || currentTheme() !== likely.theme) await draw(locale, currentTheme());
  } else {
    const strings = stringsOf(languageOf(locale));
    const missing = inExcel ? missingSet() : null;
    root.render(missing === null ? <Unusable title={strings.notInExcel} help={strings.notInExcelHelp} /> : <Unusable title={strings.oldExcel} help={strings.oldExcelHelp(missing)} />);
  }
  document.dispatchEvent(new Event("pane-started"));
}

/** Waits for a condition that may never hold: what follows then never happens. */
async function onceTrue(condition: Promise<boolean>): Promise<void> {
  if (!(await condition)) await new Promise(() => undefined);
}

/** Why the pane is of no use here, and what to do. */
function Unusable({ title, help }: { title: string; help: string }) {
  return (
    <main className="startup">
      <h1>{title}</h1>
      <p>{help}</p>
    </main>
  );
}

void start();
