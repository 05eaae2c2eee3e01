import { createContext, useContext } from "react";
import type { Language } from "../../progress";
import { en } from "./en";
import { zhCN, type Strings } from "./zh-CN";

const TABLES: Record<Language, Strings> = { "zh-CN": zhCN, en };

/** The pane's language for one of Office's, such as "en-US": Chinese for any Chinese, else English. */
export function languageOf(locale: string): Language {
  return /^zh\b/i.test(locale) ? "zh-CN" : "en";
}

/** The strings of a language. */
export function stringsOf(language: Language): Strings {
  return TABLES[language];
}

export const LanguageContext = createContext<Language>("zh-CN");

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

export function useStrings(): Strings {
  return stringsOf(useLanguage());
}
