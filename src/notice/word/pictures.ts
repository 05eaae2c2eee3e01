import { AlignmentType, ImageRun, Paragraph } from "docx";
import JSZip from "jszip";

/** A picture of the Word file. */
export interface WordPicture {
  /** An enhanced metafile: sharp at any size. */
  emf: Uint8Array;
  /** Points. */
  width: number;
  height: number;
  /** What it is called, and what it shows in words, for those who do not see it. */
  title: string;
  text: string;
}

/** A picture of the notice, behind the paragraph that speaks of it. */
export interface NoticePicture extends WordPicture {
  /** The paragraph, by its place in the notice. */
  after: number;
}

const PIXELS_PER_POINT = 96 / 72;
/** The library knows no metafiles: they go in as this kind, which is used for nothing else, and are named right at last. */
const STAND_IN = "bmp";

/** The paragraph of a picture, which stays with what stands before it. */
export function pictureParagraph(picture: WordPicture): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, spacing: { before: 120, after: 120 }, children: [pictureRun(picture)] });
}

/** A picture with its text alternative. */
export function pictureRun({ emf, width, height, title, text }: WordPicture): ImageRun {
  return new ImageRun({
    type: STAND_IN,
    data: emf,
    transformation: { width: width * PIXELS_PER_POINT, height: height * PIXELS_PER_POINT },
    altText: { name: title, title, description: text },
  });
}

/** The packed document with its pictures named as the metafiles that they are. */
export async function withMetafiles(document: Uint8Array): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(document);
  for (const name of Object.keys(zip.files).filter((one) => one.endsWith(`.${STAND_IN}`))) {
    const bytes = await zip.file(name)?.async("uint8array");
    zip.remove(name);
    if (bytes) zip.file(`${name.slice(0, -STAND_IN.length)}emf`, bytes);
  }
  await rewrite(zip, "[Content_Types].xml", (xml) =>
    xml.replace(`ContentType="image/bmp" Extension="${STAND_IN}"`, 'ContentType="image/x-emf" Extension="emf"'),
  );
  await rewrite(zip, "word/_rels/document.xml.rels", (xml) =>
    xml.replace(new RegExp(`(Target="media/[^"]+)\\.${STAND_IN}"`, "g"), '$1.emf"'),
  );
  return zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
}

async function rewrite(zip: JSZip, name: string, change: (xml: string) => string): Promise<void> {
  const xml = await zip.file(name)?.async("string");
  if (xml !== undefined) zip.file(name, change(xml));
}
