import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

/** LibreOffice recalculates every formula on load under this setting (0: always). */
const RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/** The fonts that forms name, where a machine has none of them: as close as Noto comes. */
const FONTS = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>
${[["仿宋", "Noto Serif CJK SC"], ["宋体", "Noto Serif CJK SC"], ["楷体", "Noto Serif CJK SC"], ["方正小标宋简体", "Noto Serif CJK SC"], ["黑体", "Noto Sans CJK SC"], ["Times New Roman", "Noto Serif CJK SC"], ["等线", "Noto Sans CJK SC"], ["Calibri", "Noto Sans CJK SC"]]
  .map(([name, stand]) => `<alias binding="same"><family>${name}</family><prefer><family>${stand}</family></prefer></alias>`)
  .join("\n")}
<match target="pattern"><test name="family"><string>方正小标宋简体</string></test><edit name="weight" mode="assign"><const>bold</const></edit></match>
</fontconfig>`;

const XLSX = "Calc MS Excel 2007 XML";

/** LibreOffice's program as the machine set-up found it; undefined where there is none. */
export const program = process.env.SOFFICE;

/** Opens a workbook in LibreOffice, which calculates all of it anew, and gives what it saves. */
export function recalculated(workbook: Uint8Array): Uint8Array {
  return converted(workbook, `xlsx:${XLSX}`);
}

/** The pages of a workbook as LibreOffice prints them, as a PDF. */
export function printed(workbook: Uint8Array): Uint8Array {
  return converted(workbook, "pdf");
}

/** The pages of a Word document as LibreOffice prints them, as a PDF. */
export function printedDocument(document: Uint8Array): Uint8Array {
  return converted(document, "pdf", "in.docx");
}

function converted(bytes: Uint8Array, format: string, name = "in.xlsx"): Uint8Array {
  return withLibreOffice(bytes, name, ({ input, folder, run }) => {
    run("--convert-to", format, "--outdir", path.join(folder, "out"), input);
    return new Uint8Array(readFileSync(path.join(folder, "out", `in.${format.split(":")[0] ?? ""}`)));
  });
}

/**
 * Opens a workbook in LibreOffice, does something to it, recalculates and gives what it saves.
 * @param basic statements of StarBasic on the open document `doc`
 */
export function editedInLibreOffice(workbook: Uint8Array, basic: string): Uint8Array {
  return withLibreOffice(workbook, "in.xlsx", ({ input, folder, run }) => {
    const output = path.join(folder, "edited.xlsx");
    writeMacro(path.join(folder, "profile"), macro(basic, pathToFileURL(input).href, pathToFileURL(output).href));
    run("macro:///Standard.Edit.Main");
    return new Uint8Array(readFileSync(output));
  });
}

interface Session {
  folder: string;
  input: string;
  run(...args: string[]): void;
}

/** A profile of its own for each run, so that runs do not meet. */
function withLibreOffice(bytes: Uint8Array, name: string, work: (session: Session) => Uint8Array): Uint8Array {
  const folder = mkdtempSync(path.join(tmpdir(), "libreoffice-"));
  try {
    const profile = path.join(folder, "profile");
    const fonts = path.join(folder, "fonts.conf");
    writeFileSync(fonts, FONTS);
    cpSync(laidOutProfile(fonts), profile, { recursive: true });
    const input = path.join(folder, name);
    writeFileSync(input, bytes);
    return work({ folder, input, run: (...args) => start(profile, fonts, args) });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

let laidOut: string | undefined;

/**
 * A profile as LibreOffice's first start lays it out, once for all runs of a file of tests: that start takes longer than
 * a run, and sweeps away macros that were written before it.
 */
function laidOutProfile(fonts: string): string {
  if (laidOut !== undefined) return laidOut;
  const folder = mkdtempSync(path.join(tmpdir(), "libreoffice-profile-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(path.join(folder, "user"));
  writeFileSync(path.join(folder, "user", "registrymodifications.xcu"), RECALCULATE);
  start(folder, fonts, ["--terminate_after_init"]);
  laidOut = folder;
  return folder;
}

function start(profile: string, fonts: string, args: readonly string[]): void {
  execFileSync(program ?? "soffice", [`-env:UserInstallation=${pathToFileURL(profile).href}`, "--headless", ...args], {
    stdio: "pipe",
    timeout: 100_000,
    env: { ...process.env, FONTCONFIG_FILE: fonts },
  });
}

function macro(basic: string, input: string, output: string): string {
  return `Function Named(n, v)
  Dim p As New com.sun.star.beans.PropertyValue
  p.Name = n : p.Value = v
  Named = p
End Function
Sub Main
  On Error GoTo Failed
  Dim doc, sheets
  doc = StarDesktop.loadComponentFromURL("${input}", "_blank", 0, Array(Named("Hidden", True)))
  sheets = doc.Sheets
${basic}
  doc.calculateAll()
  doc.storeToURL("${output}", Array(Named("FilterName", "${XLSX}")))
  doc.close(True)
Failed:
  StarDesktop.terminate()
End Sub`;
}

/** Puts a macro into a profile's own library, which LibreOffice trusts. */
function writeMacro(profile: string, code: string): void {
  const folder = path.join(profile, "user", "basic", "Standard");
  const escaped = code.replace(/[&<>]/g, (character) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[character] ?? character);
  writeFileSync(
    path.join(folder, "Edit.xba"),
    `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Edit" script:language="StarBasic">${escaped}</script:module>`,
  );
  const list = path.join(folder, "script.xlb");
  const listed = readFileSync(list, "utf8").replace("</library:library>", '<library:element library:name="Edit"/></library:library>');
  writeFileSync(list, listed);
}
