import type { Language } from "../../src/progress";

/** The input cannot be used: exit status 2, one line, nothing written. */
export class InputError extends Error {
  readonly text: Record<Language, string>;

  constructor(chinese: string, english: string, options?: { cause?: unknown }) {
    super(english, options);
    this.name = "InputError";
    this.text = { "zh-CN": chinese, en: english };
  }
}
