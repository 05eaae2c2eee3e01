/** The page and the type of GB/T 9704-2012, in the units of Word: twips (1/20 point) and half points. */
export const TWIPS_PER_POINT = 20;
const TWIPS_PER_MM = 1440 / 25.4;
export const mm = (millimetres: number): number => Math.round(millimetres * TWIPS_PER_MM);

/** 3号, 2号, 4号 in half points. */
export const SIZE = { body: 32, title: 44, pageNumber: 28 } as const;
/** A character of the body, in twips. */
export const CHARACTER = (SIZE.body / 2) * TWIPS_PER_POINT;
/** 22 lines on 225 mm. */
export const LINE_PITCH = Math.floor(mm(225) / 22);

export const A4 = { width: mm(210), height: mm(297) };
/** 37 mm at the top and 28 mm at the binding leave 156 × 225 mm; the page number stands 7 mm under them. */
export const PORTRAIT = {
  size: A4,
  margin: { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26), header: mm(15), footer: mm(25) },
};
/** A wide table lies with its head to the binding, so the margins turn with it. */
export const LANDSCAPE = {
  size: A4,
  margin: { top: mm(28), bottom: mm(26), left: mm(20), right: mm(20), header: mm(10), footer: mm(14) },
};
/** Between the margins of a lying page, in twips. */
export const LANDSCAPE_WIDTH = A4.height - LANDSCAPE.margin.left - LANDSCAPE.margin.right;

/** The standard's faces, digits and letters beside them. */
export const FONT = {
  title: "方正小标宋简体",
  body: "仿宋",
  chapter: "黑体",
  part: "楷体",
  table: "宋体",
  latin: "Times New Roman",
} as const;

/** What Word takes where a face is not installed, the nearest first. */
const ALTERNATIVES: Readonly<Record<string, string>> = {
  方正小标宋简体: "方正小标宋_GBK,小标宋,华文中宋,STZhongsong,宋体,SimSun",
  仿宋: "仿宋_GB2312,FangSong,FangSong_GB2312,华文仿宋,STFangsong",
  楷体: "楷体_GB2312,KaiTi,KaiTi_GB2312,华文楷体,STKaiti",
  黑体: "SimHei,华文黑体,STHeiti",
  宋体: "SimSun,华文宋体,STSong",
};

/** word/fontTable.xml: each face with those that may stand in for it (ECMA-376 part 1, 17.8.3.1). */
export function fontTable(): string {
  const fonts = Object.entries(ALTERNATIVES).map(
    ([name, others]) =>
      `<w:font w:name="${name}"><w:altName w:val="${others}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    `<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join("")}</w:fonts>`
  );
}
