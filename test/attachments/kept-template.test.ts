import { templatesFrom } from "../../src/attachments";

const COLUMN = { id: "region", path: null, width: null };
const template = (columns: unknown[]) => ({ attachment1: { key: "attachment1", label: null, title: null, reporter: null, columns, dropped: [], fonts: {} } });

describe("a template as the workbook keeps it", () => {
  test("is read with its columns in their order", () => {
    expect(templatesFrom(template([COLUMN, { ...COLUMN, id: "starts.rate" }])).attachment1?.columns.map(({ id }) => id)).toEqual(["region", "starts.rate"]);
  });

  test("that names a column twice is spoiled: no sheet could bear that column's name twice", () => {
    expect(templatesFrom(template([COLUMN, COLUMN])).attachment1).toBeUndefined();
  });
});
