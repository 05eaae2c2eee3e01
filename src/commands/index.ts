import type { PaneStore } from "../taskpane/store";

/** How a ribbon function is made known to Excel, and how the pane is brought forward. */
export interface RibbonHost {
  associate(name: string, run: () => Promise<void>): void;
  showPane(): Promise<boolean>;
}

/**
 * Makes the manifest's ribbon functions run the pane's own tasks. The pane and the ribbon share one runtime,
 * so the result stands in the pane whenever it is open or opened later. The pane comes forward by itself only
 * where the user has to read something: a problem, or the findings of 校核.
 */
export function associateCommands(store: PaneStore, host: RibbonHost): void {
  const act = (task: () => Promise<boolean>) => async () => {
    if (!(await task())) await host.showPane();
  };
  host.associate("computeProgress", act(() => store.computeProgress()));
  host.associate("insertAttachments", act(() => store.insertAttachments()));
  host.associate("writeNotice", act(() => store.writeNotice("selection")));
  host.associate("proofread", async () => {
    store.show("check");
    await store.read();
    await host.showPane();
  });
}
