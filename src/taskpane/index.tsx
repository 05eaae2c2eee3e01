import { createRoot } from "react-dom/client";
import { associateCommands } from "../commands";
import { App } from "./app";
import { associate, currentTheme, displayLanguage, missingSet, openedInExcel, showPane } from "./host";
import { languageOf, stringsOf } from "./language";
import { lazyActions } from "./lazy-actions";
import { localDay } from "./model/format";
import { createPaneStore } from "./store";
import { loadTheme } from "./themes";
import { fetchFirstView, fetchViews } from "./views/lazy-views";

/** Starts the add-in: ribbon functions first, so that a button pressed at once is not lost, then the pane. */
async function start(): Promise<void> {
  const inExcel = await openedInExcel();
  const root = document.getElementById("root");
  if (!root) throw new Error("taskpane.html has no #root");
  const missing = inExcel ? missingSet() : null;
  const strings = stringsOf(languageOf(inExcel ? displayLanguage() : navigator.language));
  if (!inExcel) {
    createRoot(root).render(<Unusable title={strings.notInExcel} help={strings.notInExcelHelp} />);
  } else if (missing !== null) {
    createRoot(root).render(<Unusable title={strings.oldExcel} help={strings.oldExcelHelp(missing)} />);
  } else {
    const store = createPaneStore(lazyActions(() => import("../actions")), () => localDay(new Date()));
    const language = languageOf(displayLanguage());
    document.documentElement.lang = language;
    associateCommands(store, { associate, showPane });
    const theme = await loadTheme(currentTheme());
    createRoot(root).render(<App store={store} language={language} theme={theme} />);
    afterPainting(() => {
      fetchFirstView();
      void store
        .read()
        .then(() => store.watch())
        .then(fetchViews);
    });
  }
  document.dispatchEvent(new Event("pane-started"));
}

/** Reading is begun when the pane can be seen and used; where no frame comes, since the pane is hidden, all the same. */
function afterPainting(act: () => void): void {
  let acted = false;
  const once = () => {
    if (!acted) act();
    acted = true;
  };
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, 500);
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
