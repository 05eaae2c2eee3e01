export { copyText } from "./clipboard";
export { associate, currentTheme, displayLanguage, missingSet, openedInExcel, showPane } from "./office-edge";
export { themeNameOf, type ThemeName } from "./theme-name";
