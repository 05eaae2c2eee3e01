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

/**
 * The state, or a part of it, for what is shown; the component follows its changes.
 * @param select takes the part, the same one as long as nothing of it changed; the whole state if left out
 */
export function usePane(): PaneState;
export function usePane<T>(select: (state: PaneState) => T): T;
export function usePane(select: (state: PaneState) => unknown = (state) => state): unknown {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, () => select(store.getState()));
}
