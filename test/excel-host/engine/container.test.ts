import { zip } from "@cj-tech-master/excelts/archive";
import { ExcelHost, WorkbookError } from "../../../excel-host";

async function kindOf(bytes: Uint8Array): Promise<string> {
  try {
    await ExcelHost.open(bytes);
    return "opened";
  } catch (error) {
    return error instanceof WorkbookError ? error.kind : String(error);
  }
}

const utf16 = (text: string) => Uint8Array.from([...text].flatMap((c) => [c.charCodeAt(0), 0]));

function compound(name: string): Uint8Array {
  const bytes = new Uint8Array(4096);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.set(utf16(name), 1024);
  return bytes;
}

/** A zip whose directory claims that a part unpacks to `size` bytes. */
async function claiming(size: number): Promise<Uint8Array> {
  const bytes = await zip().add("xl/workbook.xml", new Uint8Array(1000)).bytes();
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let at = 0; at + 46 < bytes.length; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
  return bytes;
}

describe("what is no workbook is refused by its kind", () => {
  test("an empty file", async () => expect(await kindOf(new Uint8Array())).toBe("empty"));
  test("text", async () => expect(await kindOf(new TextEncoder().encode("离石区,1700\n".repeat(20)))).toBe("notWorkbook"));
  test("a workbook under a password", async () => expect(await kindOf(compound("EncryptedPackage"))).toBe("encrypted"));
  test("an old .xls", async () => expect(await kindOf(compound("Workbook"))).toBe("notWorkbook"));
  test("a zip without a workbook in it", async () => {
    expect(await kindOf(await zip().add("a.txt", "hello").bytes())).toBe("notWorkbook");
  });
  test("a workbook that was cut off", async () => {
    const bytes = await ExcelHost.blank().save();
    expect(await kindOf(bytes.slice(0, bytes.length - 300))).toBe("notWorkbook");
  });
  test("a part that would unpack to gigabytes, before it is unpacked", async () => {
    expect(await kindOf(await claiming(3_000_000_000))).toBe("tooLarge");
  });
  test("a sheet whose XML is broken", async () => {
    const host = ExcelHost.blank();
    await host.save();
    const { pkg } = host.engine;
    pkg.set(host.engine.sheets[0]!.part!, "<worksheet><sheetData></worksheet>");
    expect(await kindOf(await pkg.save())).toBe("notWorkbook");
  });
});
