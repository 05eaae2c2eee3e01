import { addRule } from "../../excel-host/engine/conditionalFormats";
import { parseRect } from "../../excel-host/engine/address";
import { element, type XmlNode } from "../../excel-host/engine/xml";
import { clearMarks, computeProgress, insertAttachments, insertRanking, proofreadDraft, readReport, takeBack, writeNotice, writeProofreading, type Outcome } from "../../src/actions";
import { openWorkbook, type OpenWorkbook } from "../support/open-workbook";

const TODAY = { today: "2021-04-25" };
const LATER = { ...TODAY, asOf: "2021-12-31" };
const formulas = (...texts: string[]) => texts.map((text) => element("formula", {}, [text]));
const cfvo = (type: string, val?: string) => element("cfvo", { type, ...(val === undefined ? {} : { val }) });
const color = (rgb: string) => element("color", { rgb });

/** A rule of every kind that Excel's dialogs make: 突出显示, 最前/最后, 数据条, 色阶, 图标集, 新建规则. */
const KINDS: [type: string, attrs: Record<string, string>, children: XmlNode[]][] = [
  ...["equal", "notEqual", "greaterThan", "lessThan", "greaterThanOrEqual", "lessThanOrEqual"].map((operator): (typeof KINDS)[number] => ["cellIs", { operator }, formulas("100")]),
  ["cellIs", { operator: "between" }, formulas("1", "2")],
  ["cellIs", { operator: "notBetween", stopIfTrue: "1" }, formulas("$B$5", "$B$6")],
  ["containsText", { operator: "containsText", text: "县" }, formulas('NOT(ISERROR(SEARCH("县",B5)))')],
  ["notContainsText", { operator: "notContains", text: "市" }, formulas('ISERROR(SEARCH("市",B5))')],
  ["beginsWith", { operator: "beginsWith", text: "离" }, formulas('LEFT(B5,1)="离"')],
  ["endsWith", { operator: "endsWith", text: "区" }, formulas('RIGHT(B5,1)="区"')],
  ...["today", "yesterday", "tomorrow", "last7Days", "lastWeek", "thisWeek", "nextWeek", "lastMonth", "thisMonth", "nextMonth"].map((timePeriod): (typeof KINDS)[number] => ["timePeriod", { timePeriod }, formulas("FLOOR(B5,1)=TODAY()")]),
  ["top10", { rank: "10" }, []],
  ["top10", { rank: "10", percent: "1" }, []],
  ["top10", { rank: "3", bottom: "1" }, []],
  ["aboveAverage", {}, []],
  ["aboveAverage", { aboveAverage: "0" }, []],
  ["aboveAverage", { equalAverage: "1" }, []],
  ["aboveAverage", { stdDev: "2" }, []],
  ["duplicateValues", {}, []],
  ["uniqueValues", {}, []],
  ["containsBlanks", {}, formulas("LEN(TRIM(B5))=0")],
  ["notContainsBlanks", {}, formulas("LEN(TRIM(B5))>0")],
  ["containsErrors", {}, formulas("ISERROR(B5)")],
  ["notContainsErrors", {}, formulas("NOT(ISERROR(B5))")],
  ["expression", { stopIfTrue: "1" }, formulas("$C5>$B5")],
  ["colorScale", {}, [element("colorScale", {}, [cfvo("min"), cfvo("max"), color("FFF8696B"), color("FF63BE7B")])]],
  ["colorScale", {}, [element("colorScale", {}, [cfvo("min"), cfvo("percentile", "50"), cfvo("max"), color("FFF8696B"), color("FFFFEB84"), color("FF63BE7B")])]],
  ["dataBar", {}, [element("dataBar", {}, [cfvo("min"), cfvo("max"), color("FF638EC6")])]],
  ["iconSet", {}, [element("iconSet", { iconSet: "3Arrows" }, [cfvo("percent", "0"), cfvo("percent", "33"), cfvo("percent", "67")])]],
  ["iconSet", {}, [element("iconSet", { iconSet: "5Rating", reverse: "1", showValue: "0" }, ["0", "20", "40", "60", "80"].map((share) => cfvo("percent", share)))]],
];
const AREAS = ["B5:C9", "C5:C19 E5:E19", "A1:Q60", "A40:N45"];

let open: OpenWorkbook;
beforeAll(async () => {
  open = await openWorkbook();
  for (const [index, [type, attrs, children]] of KINDS.entries()) {
    for (const name of ["目标任务", "审计整改"]) {
      const rects = (AREAS[index % AREAS.length] ?? "").split(" ").flatMap((area) => parseRect(area) ?? []);
      addRule(open.host.engine.findSheet(name)!, rects, type, { ...attrs }, structuredClone(children));
    }
  }
});
afterAll(() => open.close());

/** The staff's rules of a sheet in their rank, each with its areas and all that it says. */
function rulesOf(name: string): string[] {
  const nodes = open.host.engine.findSheet(name)!.root.children.flatMap((node) => (typeof node !== "string" && node.name === "conditionalFormatting" ? [node] : []));
  return nodes
    .flatMap(({ attrs, children }) => children.flatMap((rule) => (typeof rule === "string" ? [] : [{ areas: attrs["sqref"], rule }])))
    .filter(({ rule }) => !JSON.stringify(rule).includes("住房保障进度通报"))
    .sort((a, b) => Number(a.rule.attrs["priority"]) - Number(b.rule.attrs["priority"]))
    .map(({ areas, rule: { attrs: { priority: _, ...attrs }, children } }) => JSON.stringify({ areas, attrs, children }));
}

const read = (options = TODAY) => readReport(options);
const undone = async (outcome: Outcome) => takeBack(outcome);
const DRAFT = "全市完成投资17342万元。";

const ACTIONS: [string, () => Promise<unknown>][] = [
  ["读取", () => read()],
  ["计算进度", async () => computeProgress(await read())],
  ["计算进度 again, with other marks", async () => computeProgress(await read(LATER))],
  ["计算进度 and 撤销", async () => undone(await computeProgress(await read()))],
  ["插入附件", async () => insertAttachments(await read())],
  ["插入附件 again and 撤销", async () => undone(await insertAttachments(await read(LATER)))],
  ["插入进度排名表", async () => insertRanking(await read())],
  ["生成通报 onto a sheet", async () => writeNotice(await read(), "sheet")],
  [
    "生成通报 into the selection and 撤销",
    async () => {
      open.host.select("目标任务", "A40:N40");
      const outcome = await writeNotice(await read(), "selection");
      expect(outcome.places[0]).toContain("目标任务!A40");
      await undone(outcome);
    },
  ],
  ["写入校核结果", async () => writeProofreading(await read(), DRAFT, proofreadDraft(await read(), DRAFT))],
  ["取消标记", async () => clearMarks(await read())],
  [
    "计算进度 that fails in its middle",
    async () => {
      const reading = await read();
      let count = 0;
      open.host.beforeOperation = ({ name }) => {
        if (name === "StopIfTrue" && ++count === 5) throw Object.assign(new Error("broken"), { code: "GeneralException" });
      };
      await expect(computeProgress(reading)).rejects.toMatchObject({ code: "unexpected" });
      open.host.beforeOperation = undefined;
    },
  ],
];

test.each(ACTIONS)(`the staff's own rules, ${KINDS.length} of every kind on each of two sheets, stay as they are and rank as they did after %s`, async (_, act) => {
  const before = [rulesOf("目标任务"), rulesOf("审计整改")];
  expect(before.map(({ length }) => length)).toEqual([KINDS.length, KINDS.length]);
  await act();
  expect([rulesOf("目标任务"), rulesOf("审计整改")]).toEqual(before);
});
