import { readdirSync } from "node:fs";
import path from "node:path";
import { readReport } from "../../../src/actions";
import { openWorkbook } from "../../support/open-workbook";
import { outcomeOf } from "./outcome";
import { readCorpusFile, xlsxOf } from "./workbook-file";

const FOLDER = path.join(__dirname, "workbooks");
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith(".txt"));

describe("every workbook of the corpus is read right, with no finding too many", () => {
  const workbooks = FILES.map((name) => ({ name, ...readCorpusFile(path.join(FOLDER, name)) }));

  test.each(workbooks)("$name: $about", async (workbook) => {
    const { close } = await openWorkbook(await xlsxOf(workbook));
    try {
      const { report } = await readReport({ today: "2021-12-31" });
      expect(outcomeOf(report)).toEqual(workbook.expected);
    } finally {
      close();
    }
  });
});
