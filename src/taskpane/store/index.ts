export * from "./pane-state";
export { createPaneStore, type PaneActions, type PaneStore } from "./pane-store";
export { StoreContext, usePane, useStore } from "./use-pane";
