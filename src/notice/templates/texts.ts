import { MILESTONE } from "./milestone";
import { RANKING } from "./ranking";
import { STANDARD } from "./standard";
import type { TemplateId } from ".";

/** The texts of our templates. */
export const TEXTS: Readonly<Record<TemplateId, string>> = { standard: STANDARD, ranking: RANKING, milestone: MILESTONE };
