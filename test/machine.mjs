import { findChromium } from "./machine-chromium.mjs";
import { findLibreOffice } from "./machine-libreoffice.mjs";

/**
 * Says in one line each what the machine lacks for the tests, and how to get it.
 *
 * @returns where Chromium and LibreOffice are; null for what this machine does not have
 */
export function tellMachine() {
  const chromium = findChromium();
  const libreOffice = findLibreOffice();
  if (!chromium) {
    console.log(
      "未找到浏览器：请安装 Google Chrome（https://www.google.cn/chrome/），或用 CHROMIUM=路径 指明。 / " +
        "No browser found: install Google Chrome, or name one with CHROMIUM=path.",
    );
  }
  if (!libreOffice) {
    console.log(
      "未找到 LibreOffice：请安装（https://zh-cn.libreoffice.org/），或用 SOFFICE=路径 指明；相关测试将跳过。 / " +
        "LibreOffice not found: install it, or name it with SOFFICE=path; its tests are skipped.",
    );
  }
  return { chromium, libreOffice };
}
