import { associateCommands } from "../../src/commands";
import { createPaneStore, type PaneActions } from "../../src/taskpane/store";
import * as actions from "../../src/actions";
import { lazyActions } from "../../src/taskpane/lazy-actions";
import { openWorkbook, type OpenWorkbook } from "../support/open-workbook";

/** A ribbon whose buttons can be pressed while no pane is open. */
function ribbon(changed: Partial<PaneActions> = {}) {
  const buttons = new Map<string, () => Promise<void>>();
  let panes = 0;
  const store = createPaneStore({ ...lazyActions(() => Promise.resolve(actions)), ...changed }, () => "2021-05-06");
  associateCommands(store, {
    associate: (name, run) => buttons.set(name, run),
    showPane: () => {
      panes++;
      return Promise.resolve(true);
    },
  });
  return { store, press: (name: string) => buttons.get(name)?.(), panes: () => panes };
}

describe("ribbon buttons, without a pane", () => {
  let open: OpenWorkbook;
  beforeEach(async () => {
    open = await openWorkbook();
  });
  afterEach(() => open.close());

  const activeSheet = () =>
    open.connection.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.load("name");
      await context.sync();
      return sheet.name;
    });

  test("计算进度 brings its sheet to the front, also from another sheet, and the pane says what was done", async () => {
    open.host.select("审计整改", "A1");
    const { press, panes } = ribbon();
    await press("computeProgress");
    expect(await activeSheet()).toBe("进度计算");
    expect(panes()).toBe(1);
  });

  test("插入附件 brings the first attachment to the front", async () => {
    const { press, panes } = ribbon();
    await press("insertAttachments");
    expect(await activeSheet()).toBe("附件1 目标任务进展情况表");
    expect(panes()).toBe(1);
  });

  test("生成通报 stays where the user selected cells with room for it", async () => {
    open.host.select("续建攻坚", "A30:H30");
    const { press } = ribbon();
    await press("writeNotice");
    expect(await activeSheet()).toBe("续建攻坚");
  });

  test("what went wrong is told in the pane, which comes forward", async () => {
    const { press, panes, store } = ribbon({ computeProgress: () => Promise.reject(new Error("out of order")) });
    await press("computeProgress");
    expect(panes()).toBe(1);
    expect(store.getState().blocked?.task.kind).toBe("computeProgress");
  });

  test("校核 reads the workbook and shows its view", async () => {
    const { press, panes, store } = ribbon();
    await press("proofread");
    expect(store.getState()).toMatchObject({ view: "check", busy: null });
    expect(panes()).toBe(1);
  });
});
