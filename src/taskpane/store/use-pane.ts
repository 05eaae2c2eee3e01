import { createContext, useContext, useSyncExternalStore } from "react";
import type { PaneState } from "./pane-state";
import type { PaneStore } from "./contract";

/** The store of this pane. */
export const StoreContext = createContext<PaneStore | null>(null);

/** The store, for what buttons do. */
export function useStore(): PaneStore {
  const store = useContext(StoreContext);
  if (!store) throw new Error("no StoreContext above this component");
  return store;
}

/** The state, for what is shown; the component follows its changes. */
export function usePane(): PaneState {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, store.getState);
}
