import { lastWritten, type PaneStore, type WriteKind } from "../taskpane/store";

/** How a ribbon function is made known to Excel, and how the pane is brought forward. */
interface RibbonHost {
  associate(name: string, run: () => Promise<void>): void;
  showPane(): Promise<boolean>;
}

/**
 * Makes the manifest's ribbon functions run the pane's own tasks. The pane and the ribbon share one runtime,
 * so the result stands in the pane, which comes forward and says what was written. The sheet that was written comes to the
 * front, from whatever sheet the user was on; a notice in the user's own cells is where the user is.
 */
export function associateCommands(store: PaneStore, host: RibbonHost): void {
  const act = (kind: WriteKind, task: () => Promise<boolean>) => async () => {
    const [first] = (await task()) ? (lastWritten(store.getState(), kind)?.outcome.sheets ?? []) : [];
    if (first) await store.showCell({ sheet: first.name, row: 0, column: 0 });
    await host.showPane();
  };
  host.associate("computeProgress", act("computeProgress", () => store.computeProgress()));
  host.associate("insertAttachments", act("insertAttachments", () => store.insertAttachments()));
  host.associate("writeNotice", act("writeNotice", () => store.writeNotice("selection")));
  host.associate("proofread", async () => {
    store.show("check");
    await store.read();
    await host.showPane();
  });
}
