export { announcement, busyText, marksClearedText, takenBackText } from "./announcement";
export { languageOf, LanguageContext, stringsOf, useLanguage, useStrings } from "./use-language";
export type { Strings } from "./zh-CN";
