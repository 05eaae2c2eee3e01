import { ZipReader } from "@cj-tech-master/excelts/archive";

/** The parts of a Word document as text, by name: "word/document.xml". */
export async function documentParts(bytes: Uint8Array): Promise<Map<string, string>> {
  const parts = new Map<string, string>();
  for await (const entry of new ZipReader(bytes).entries()) {
    if (entry.type === "file") parts.set(entry.path, new TextDecoder().decode(await entry.bytes()));
  }
  return parts;
}

/** The paragraphs of word/document.xml, each as its XML; those in tables too. */
export function paragraphsOf(xml: string): string[] {
  return xml.match(/<w:p>.*?<\/w:p>/gs) ?? [];
}

/** The text of a piece of WordprocessingML. */
export function textOf(xml: string): string {
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((match) => match[1] ?? "").join("");
}
