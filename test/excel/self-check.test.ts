import { readFileSync } from "node:fs";
import path from "node:path";
import { conditionsOf, ExcelError, MODES, type ModeName } from "../../excel-host";
import { Range } from "../../excel-host/objects/classes";
import { PageLayout } from "../../excel-host/objects/pageLayout";
import { ConditionalFormat } from "../../excel-host/objects/conditionalFormat";
import { NamedItem } from "../../excel-host/objects/namedItems";
import { method, value, type Member } from "../../excel-host/protocol/define";
import { selfCheck, selfCheckReport } from "../../src/actions";
import { PROBES } from "../../src/excel";
import { differences, partsOf as allPartsOf } from "../reliability/workbook-parts";
import { openWorkbook, type OpenWorkbook } from "../support/open-workbook";

let open: OpenWorkbook;
beforeEach(async () => {
  open = await openWorkbook();
  for (const { name } of open.host.workbook.sheets) {
    open.host.edit(name, "A99", "1");
    open.host.edit(name, "A99", "");
  }
  open.host.select("目标任务", "B3:C4");
});
afterEach(() => open.close());

/** The workbook as it would be saved, but for where the panes of a sheet are scrolled to. */
const partsOf = async (host: OpenWorkbook["host"]) => new Map([...(await allPartsOf(host))].map(([name, part]) => [name, part.replace(/<sheetViews>.*?<\/sheetViews>/s, "")]));
const failing = async () => (await selfCheck()).results.filter(({ holds }) => !holds).map(({ id, answer }) => [id, answer]);

describe("自检", () => {
  test("holds on the host, in every probe, and leaves the workbook as it was", async () => {
    const before = await partsOf(open.host);
    const done: number[] = [];
    const check = await selfCheck((count) => done.push(count));
    expect(check.results.filter(({ holds }) => !holds)).toEqual([]);
    expect([check.results.length, done.at(-1), check.cleared]).toEqual([PROBES.length, PROBES.length, true]);
    expect(differences(before, await partsOf(open.host))).toEqual([]);
    expect([open.host.workbook.activeSheet.name, open.host.selectedAddress]).toEqual(["目标任务", "B3:C4"]);
  });

  test("is told as a report with version, platform and probes, and no word of the staff's", async () => {
    const report = selfCheckReport(await selfCheck());
    expect(report).toMatch(/^住房保障进度通报 自检 self-check\nExcel 16\.0\.\d+\.\d+, PC\n(\d+)\/\1\n/);
    for (const { id } of PROBES) expect(report).toContain(`✓ ${id}`);
    for (const { name } of open.host.workbook.sheets) expect(report).not.toContain(name);
    expect(report).not.toMatch(/离石|吕梁|棚户区/);
  });

  /** Makes the host answer one member otherwise while a test runs. */
  async function broken(members: Record<string, Member<never>>, name: string, otherwise: Member<never>): Promise<unknown> {
    const right = members[name];
    members[name] = otherwise;
    try {
      return await failing();
    } finally {
      if (right) members[name] = right;
    }
  }
  const refused = (): never => {
    throw new ExcelError("GeneralException", "no");
  };

  test.each<[string, Record<string, Member<never>>, Member<never>, string[]]>([
    ["setPrintTitleColumns", PageLayout.members as never, method(refused) as never, ["page-titles", "GeneralException"]],
    ["stopIfTrue", ConditionalFormat.members as never, value(() => true, () => {}) as never, ["rule-does-not-stop", "true"]],
    ["visible", NamedItem.members as never, value(() => true, () => {}) as never, ["names", "[true,true,true,0]"]],
    ["isEntireRow", Range.members as never, value(() => true) as never, ["parts-of-ranges", "[3,2,true,true,true]"]],
  ])("where Excel answers %s wrongly, it reports exactly that", async (name, members, otherwise, told) => {
    expect(await broken(members, name, otherwise)).toEqual([told]);
    expect(open.host.workbook.sheets.some((sheet) => sheet.name.startsWith("~"))).toBe(false);
  });

  test("takes the scratch sheet away also where probes fail in their middle", async () => {
    const before = await partsOf(open.host);
    let count = 0;
    open.host.beforeOperation = () => {
      if (++count > 20 && count % 7 === 0) throw new ExcelError("GeneralException", "a fault that a test made");
    };
    const { results } = await selfCheck((done) => {
      if (done === PROBES.length) open.host.beforeOperation = undefined;
    });
    expect(results.some(({ holds }) => !holds)).toBe(true);
    expect(differences(before, await partsOf(open.host))).toEqual([]);
  });

  test.each(Object.keys(MODES) as ModeName[])("in the mode “%s” it runs to its end", async (mode) => {
    open.host.conditions = conditionsOf(mode);
    const check = await selfCheck().catch((error: unknown) => String(error));
    if (mode === "another workbook in front") expect(check).toMatch(/切回本工作簿/);
    else expect(check).toMatchObject({ cleared: true });
    open.host.conditions = conditionsOf();
    expect(open.host.workbook.sheets.some((sheet) => sheet.name.startsWith("~"))).toBe(false);
  });

  test("every probe has a name of its own and a claim in both languages", () => {
    expect(new Set(PROBES.map(({ id }) => id)).size).toBe(PROBES.length);
    expect(PROBES.every(({ claim }) => /[\u4e00-\u9fff]/.test(claim["zh-CN"]) && /^[\x20-\x7e“”]+$/.test(claim.en))).toBe(true);
    expect(readFileSync(path.resolve(__dirname, "../../docs/excel-fidelity.md"), "utf8")).toContain("| member |");
  });
});
