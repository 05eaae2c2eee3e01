import { computeProgress, insertAttachments, readReport } from "../../../src/actions";
import { triedActions, type TriedAction } from "../../reliability/actions";
import { officeWorkbook } from "../../support/office-workbook";
import { openWorkbook, type OpenWorkbook } from "../../support/open-workbook";

/** Sheets that an action deleted and renamed: the calls of which Microsoft says that they clear Excel's own list of Ctrl+Z. */
async function clearing(open: OpenWorkbook, { workbook, act }: TriedAction): Promise<{ deleted: number; renamed: number }> {
  const { host } = open;
  await host.load(workbook);
  const counts = { deleted: 0, renamed: 0 };
  let before = host.workbook.sheets.map(({ name }) => name);
  const look = () => {
    const now = host.workbook.sheets.map(({ name }) => name);
    if (now.length < before.length) counts.deleted++;
    else if (now.length === before.length && now.some((name) => !before.includes(name))) counts.renamed++;
    before = now;
  };
  host.beforeOperation = look;
  await act();
  look();
  host.beforeOperation = undefined;
  return counts;
}

describe("line 8: Excel's own Ctrl+Z", () => {
  let open: OpenWorkbook;
  let actions: TriedAction[];
  beforeAll(async () => {
    actions = await triedActions();
    open = await openWorkbook();
  });
  afterAll(() => open.close());

  const of = (name: string) => {
    const action = actions.find((one) => one.name === name);
    if (!action) throw new Error(`no action ${name}`);
    return clearing(open, action);
  };

  test.each(["读取", "生成通报 into the selection", "撤销 of a notice in the selection", "取消标记", "保存本期", "存为模板", "更正", "设置"])(
    "%s deletes no sheet and renames none",
    async (name) => expect(await of(name)).toEqual({ deleted: 0, renamed: 0 }),
  );

  test.each([
    ["计算进度", 1],
    ["插入附件", 2],
    ["插入进度排名表", 1],
    ["生成通报 onto a sheet", 1],
  ])("%s, where nothing stands, names its new sheets and deletes none", async (name, sheets) => expect(await of(name)).toEqual({ deleted: 0, renamed: sheets }));

  test.each([
    ["计算进度 again", 1],
    ["插入附件 again", 2],
    ["生成通报 again", 1],
  ])("%s deletes what it built and the copy of what stood, and renames none", async (name, sheets) => expect(await of(name)).toEqual({ deleted: 2 * sheets, renamed: 0 }));
});

describe("line 16: settings that another deployment of the add-in wrote are not seen", () => {
  test("its sheets are known all the same, by the workbook's own names, and brought up to date where they stand", async () => {
    const open = await openWorkbook(await officeWorkbook({ regions: 5, noteLength: 30 }));
    try {
      const today = { today: "2022-09-06" };
      await computeProgress(await readReport(today));
      await insertAttachments(await readReport(today));
      const sheets = open.host.workbook.sheets.map(({ name }) => name);
      open.host.engine.settings.values.clear();
      await computeProgress(await readReport(today));
      await insertAttachments(await readReport(today));
      expect(open.host.workbook.sheets.map(({ name }) => name)).toEqual(sheets);
    } finally {
      open.close();
    }
  });
});
