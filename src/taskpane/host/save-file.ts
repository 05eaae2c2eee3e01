import { Problem } from "../../excel/problem";
import { copyText } from "./clipboard";

/** How long a download may take to begin before its address is let go, in milliseconds. */
const ADDRESS_KEPT = 60_000;

/** Whether the pane can save files: the web view of Office for Mac does nothing, and says nothing (#2700, by design). */
function canSaveFiles(): boolean {
  return Office.context.platform !== Office.PlatformType.Mac;
}

/** @throws Problem `not-supported` where the pane cannot save a file and it is none that could be pasted as text */
export function requireSavingFiles(): void {
  if (canSaveFiles()) return;
  throw new Problem("not-supported", {
    "zh-CN": "Mac 版 Excel 的面板不能保存文件。请点“复制”，把通报粘贴到 Word 里；需要带附件的 Word 文件时，请在 Windows 版或网页版 Excel 里导出。",
    en: "On the Mac Excel's pane cannot save files. Choose Copy and paste the notice into Word; for a Word file with its attachments, export it in Excel for Windows or on the web.",
  });
}

/**
 * Lets the user save a file: the web view asks where to, or puts it among the downloads.
 * @param name with its ending
 * @param type the media type
 * @throws Problem `not-supported` as `requireSavingFiles`
 */
export function saveFile(name: string, content: Uint8Array | string, type: string): void {
  requireSavingFiles();
  const address = URL.createObjectURL(new Blob([content as BlobPart], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), ADDRESS_KEPT);
}

/**
 * Lets the user save a text; where the pane cannot save files, puts it on the clipboard.
 * @returns whether it was copied instead
 * @throws Problem `not-supported` where it can be neither saved nor copied
 */
export async function saveText(name: string, content: string, type: string): Promise<boolean> {
  if (!canSaveFiles() && (await copyText(content))) return true;
  saveFile(name, content, type);
  return false;
}
