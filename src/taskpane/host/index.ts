export { copyText } from "./clipboard";
export { associate, currentTheme, displayLanguage, likelyTheme, missingSet, openedInExcel, showPane } from "./office-edge";
export { likelyLocale } from "./likely-locale";
export { idle, painted, settled } from "./painted";
export { themeNameOf, type ThemeName } from "./theme-name";
