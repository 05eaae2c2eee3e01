import { Liquid, Tag, type Context, type Emitter, type TagToken, type TopLevelToken } from "liquidjs";
import { ValueScope, templateValues } from "../values";
import type { Writing } from "../writing";
import { problemsIn, type TemplateProblem } from "./errors";
import { filtersOf } from "./filters";
import { Marks, OWN_BEGINS, OWN_ENDS, withoutPrivateUse } from "./marks";
import { paragraphsIn, sectionMark, type NoticeParagraph } from "./paragraphs";

/** What a template may do; anything that could reach another template or a file is left out. */
const TAGS = ["assign", "capture", "case", "comment", "for", "break", "continue", "if", "unless"];
/** An office's template is a few pages; what runs away is stopped. */
const LIMITS = { parseLimit: 200_000, renderLimit: 5_000, memoryLimit: 5_000_000 };
const SECTION_TAG = "部分";
/** Around words of a template that are the office's own and not the tables'. */
const OWN_TAGS = { 自拟: OWN_BEGINS, 自拟完: OWN_ENDS } as const;

/** What a template makes of a report. */
interface Rendering {
  paragraphs: NoticeParagraph[];
  /** Empty where the template holds; else there are no paragraphs. */
  problems: TemplateProblem[];
}

/**
 * Writes the notice by a template. Nothing of the workbook is ever parsed: its texts are values.
 * @param template the text of a template, see docs/templates.md
 */
export function render(template: string, writing: Writing): Rendering {
  const marks = new Marks();
  const scope = new ValueScope(writing, marks);
  try {
    const liquid = engine(scope);
    const text: unknown = liquid.parseAndRenderSync(withoutPrivateUse(template), templateValues(scope));
    return { paragraphs: paragraphsIn(String(text), marks, namesIn(writing)), problems: [] };
  } catch (error) {
    return { paragraphs: [], problems: problemsIn(error) };
  }
}

function namesIn({ report, names }: Writing): string[] {
  return report.regions.flatMap(({ name }) => [name, names.short(name)]);
}

function engine(scope: ValueScope): Liquid {
  const liquid = new Liquid({
    strictFilters: true,
    strictVariables: true,
    ownPropertyOnly: true,
    jsTruthy: true,
    catchAllErrors: true,
    ...LIMITS,
  });
  for (const name of Object.keys(liquid.tags)) if (!TAGS.includes(name)) delete liquid.tags[name];
  for (const name of Object.keys(liquid.filters)) delete liquid.filters[name];
  for (const [name, filter] of Object.entries(filtersOf(() => scope))) liquid.registerFilter(name, filter);
  liquid.registerTag(SECTION_TAG, SectionTag);
  for (const [name, mark] of Object.entries(OWN_TAGS)) liquid.registerTag(name, { render: (_context, emitter) => emitter.write(mark) });
  return liquid;
}

/** {% 部分 标题 %}: from here on the paragraphs belong to a part of this name. */
class SectionTag extends Tag {
  private readonly section: string;

  constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid) {
    super(token, remaining, liquid);
    this.section = token.args.trim();
    if (this.section === "") throw new Error("section name expected");
  }

  override render(_context: Context, emitter: Emitter): void {
    emitter.write(sectionMark(this.section));
  }
}
