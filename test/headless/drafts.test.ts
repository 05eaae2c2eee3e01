import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Document, Packer, Paragraph } from "docx";
import { readDrafts } from "../../excel-host/headless/draft";
import { InputError } from "../../excel-host/headless/input-error";
import { readOptions } from "../../excel-host/headless/options";
import { run } from "../../excel-host/headless/run";
import { SAMPLE } from "../support/open-workbook";

interface Claims {
  text: string;
  verdict: string;
  slots: Record<string, string | null>;
  missing: string | null;
}
interface Checked {
  claims?: Claims[];
  drafts?: { file: string; claims: Claims[] }[];
}

describe("--check takes several drafts", () => {
  let folder: string;
  const at = (...names: string[]) => path.join(folder, ...names);
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "drafts-"));
    mkdirSync(at("many"));
    mkdirSync(at("none"));
    writeFileSync(at("one.txt"), "全市棚户区改造已开工999套。\n");
    writeFileSync(at("many", "b.txt"), "全市棚户区改造已开工998套。\n");
    const document = new Document({ sections: [{ children: [new Paragraph("全省棚户区改造开工14.6万套。")] }] });
    writeFileSync(at("many", "a.docx"), await Packer.toBuffer(document));
    writeFileSync(at("many", "notes.md"), "不是通报");
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const check = async (...drafts: string[]) => {
    const options = readOptions([SAMPLE, ...drafts.flatMap((draft) => ["--check", draft]), "--json", at("result.json")]);
    const { status } = await run(options, "2021-05-06");
    return { status, result: JSON.parse(readFileSync(at("result.json"), "utf8")) as Checked };
  };

  test("one draft gives its claims, each with the slots that it was understood by", async () => {
    const { status, result } = await check(at("one.txt"));
    expect(status).toBe(0);
    expect(result.drafts).toBeUndefined();
    expect(result.claims).toMatchObject([{ text: "999套", verdict: "ok", slots: { place: "吕梁市", period: "截至2021-04-23", subject: "棚户区改造开工", measure: "完成", mood: "事实", hedge: null }, missing: null }]);
  });

  test("a folder gives every .txt and .docx in it by name, after the files before it, and exit 3 where any is wrong", async () => {
    const { status, result } = await check(at("one.txt"), at("many"));
    expect(status).toBe(3);
    expect(result.claims).toBeUndefined();
    expect(result.drafts?.map(({ file }) => path.basename(file))).toEqual(["one.txt", "a.docx", "b.txt"]);
    expect(result.drafts?.map(({ claims }) => claims.map(({ text, verdict }) => `${text} ${verdict}`))).toEqual([["999套 ok"], ["14.6万套 unverified"], ["998套 wrong"]]);
    expect(result.drafts?.[1]?.claims[0]).toMatchObject({ missing: "place", slots: { place: "全省" } });
  });

  test("a folder without drafts, and a file that is no document, are named", async () => {
    await expect(readDrafts([at("none")])).rejects.toThrow(InputError);
    writeFileSync(at("broken.docx"), "没有内容的文件");
    await expect(readDrafts([at("nothing.txt")])).rejects.toThrow(InputError);
  });
});
