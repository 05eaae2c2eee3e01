import { lastWritten, type PaneStore, type WriteKind } from "../taskpane/store";

/** How a ribbon function is made known to Excel, and how the pane is brought forward. */
export interface RibbonHost {
  associate(name: string, run: () => Promise<void>): void;
  showPane(): Promise<boolean>;
}

/**
 * Makes the manifest's ribbon functions run the pane's own tasks. The pane and the ribbon share one runtime,
 * so the result stands in the pane whenever it is open or opened later. Without the pane, what was written says so:
 * marks and paragraphs appear where the user is, a sheet of ours comes to the front. The pane comes forward by
 * itself only where the user has to read something: a problem, or the findings of 校核.
 */
export function associateCommands(store: PaneStore, host: RibbonHost): void {
  const act = (kind: WriteKind, task: () => Promise<boolean>) => async () => {
    if (!(await task())) return void (await host.showPane());
    const { sheets = [], places = [] } = lastWritten(store.getState(), kind)?.outcome ?? {};
    const [first] = sheets;
    if (first && places.length === 0) await store.showCell({ sheet: first.name, row: 0, column: 0 });
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
