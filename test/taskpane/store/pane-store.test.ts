import * as actions from "../../../src/actions";
import { lazyActions } from "../../../src/taskpane/lazy-actions";
import { createPaneStore, type PaneState } from "../../../src/taskpane/store";
import { openWorkbook, type OpenWorkbook } from "../../support/open-workbook";

describe("who listens to the pane's store draws", () => {
  let open: OpenWorkbook;
  beforeEach(async () => {
    open = await openWorkbook();
  });
  afterEach(() => open.close());

  function listened() {
    const store = createPaneStore(lazyActions(() => Promise.resolve(actions)), () => "2021-05-06");
    const drawn: PaneState[] = [];
    store.subscribe(() => drawn.push(store.getState()));
    return { store, drawn };
  }

  test("once for the first reading: with what was read, and nothing under way", async () => {
    const { store, drawn } = listened();
    await store.read();
    const shown = drawn.filter(({ readShare }) => readShare === null);
    expect(shown.map(({ reading, busy, finished }) => [reading?.report.tables.length, busy, finished])).toEqual([[4, null, "read"]]);
    expect(shown[0]).toBe(store.getState());
  });

  test("at every later reading as it begins and as it ends", async () => {
    const { store, drawn } = listened();
    await store.read();
    drawn.length = 0;
    await store.read();
    const shown = drawn.filter(({ readShare }) => readShare === null);
    expect(shown.map(({ busy, finished }) => [busy?.kind, finished])).toEqual([["read", null], [undefined, "read"]]);
  });

  test("not at all where nothing changed", () => {
    const { store, drawn } = listened();
    store.show("data");
    store.dismissProblem();
    expect(drawn).toEqual([]);
  });
});
