import { translate } from "../../excel-host/engine/references";
import { insertAttachments, insertRanking, computeProgress, readReport } from "../../src/actions";
import { fromAnyRow, inRow } from "../../src/attachments";
import fc from "../support/property";
import { GOLDEN_WORKBOOKS } from "../support/golden-workbooks";
import { openWorkbook } from "../support/open-workbook";

const reference = fc.tuple(fc.constantFrom("", "$"), fc.constantFrom("A", "C", "AB", "XFD"), fc.constantFrom("", "$"), fc.integer({ min: 3, max: 40 })).map((parts) => parts.join(""));
const sheet = fc.constantFrom("", "", "目标任务!", "'3 月'!", "'it''s A5'!", "'R1C1'!", "'[1]x'!");
const area = fc.oneof(reference, fc.tuple(reference, reference).map(([a, b]) => `${a}:${b}`), fc.constantFrom("5:7", "$5:$7", "A:C", "$B:B"));
const part = fc.oneof(
  fc.tuple(sheet, area).map(([name, cells]) => name + cells),
  fc.constantFrom('"B6"', '"a ""B6"" \'"', "LOG10(A6)", "名称6", "T1.x5", "_B7", "1E5", "{1,2;3,4}", "#REF!", "表1[B6]", "TRUE", "12.5"),
);
const formulas = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("&"));

test("what reads the same from any row is what a copy gives: any formula, any distance", () => {
  fc.assert(
    fc.property(formulas, fc.integer({ min: 0, max: 60 }), (formula, down) => {
      const told = fromAnyRow(formula, 9);
      if (told !== null) expect(inRow(told, 9 + down)).toBe(translate(formula, down, 0));
    }),
    { numRuns: 2000 },
  );
});

test.each(GOLDEN_WORKBOOKS)("every cell of the inserted sheets holds what was planned, copied or not: $name", async ({ bytes }) => {
  const open = await openWorkbook(await bytes());
  try {
    const computed = await computeProgress(await readReport({ today: "2021-05-06" }));
    const attached = await insertAttachments(computed.reading);
    await insertRanking(attached.reading);
    const { state } = await readReport({ today: "2021-05-06" });
    const ours = state.sheets.filter(({ standing }) => standing !== null);
    expect(ours.length).toBeGreaterThan(2);
    expect(ours.filter(({ standing }) => standing?.edits !== null).map(({ name }) => name)).toEqual([]);
  } finally {
    open.close();
  }
});
