/** Faces that stand in for a workbook's font on a machine without it, nearest first. */
const SERIF = ["仿宋", "FangSong", "STFangsong", "宋体", "SimSun", "Songti SC", "Noto Serif CJK SC", "serif"];
const SANS = ["等线", "DengXian", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "sans-serif"];
const LATIN_SERIF = ["Times New Roman", "Liberation Serif"];

/**
 * The font list with which a workbook's font is drawn: itself, then what comes nearest.
 *
 * @example fontStack("仿宋_GB2312") // '"仿宋_GB2312", "仿宋", "FangSong", …'
 */
export function fontStack(name: string): string {
  const rest = /times/i.test(name) ? [...LATIN_SERIF, ...SERIF] : isSerif(name) ? SERIF : SANS;
  return [name, ...rest.filter((face) => face !== name)].map(quoted).join(", ");
}

function isSerif(name: string): boolean {
  return /宋|楷|song|kai|serif|cambria/i.test(name);
}

function quoted(face: string): string {
  return face === "serif" || face === "sans-serif" ? face : `"${face.replace(/["\\]/g, "")}"`;
}
