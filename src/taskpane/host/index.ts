export { copyText } from "./clipboard";
export { associate, currentTheme, displayLanguage, openedInExcel, showPane } from "./office-edge";
export { themeNameOf, type ThemeName } from "./theme-name";
