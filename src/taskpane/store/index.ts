export type { PaneStore } from "./contract";
export type { PaneActions } from "./pane-actions";
export * from "./pane-state";
export { createPaneStore } from "./pane-store";
export { StoreContext, usePane, useStore } from "./use-pane";
