import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { createRoot } from "react-dom/client";
import { App } from "./app";

const container = document.getElementById("container");
if (!container) throw new Error("taskpane.html has no #container");
const root = createRoot(container);

void Office.onReady(() =>
  root.render(
    <FluentProvider theme={webLightTheme}>
      <App title="Hello add-in" />
    </FluentProvider>,
  ),
);
