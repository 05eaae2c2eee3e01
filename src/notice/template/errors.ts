import type { Language } from "../../progress";

/** A mistake in a template, by its place. */
export interface TemplateProblem {
  /** Counted from 1. */
  line: number;
  column: number;
  message: Record<Language, string>;
}

/** What LiquidJS says, and what a clerk is told; $1 is what the expression caught. */
const WORDINGS: readonly [pattern: RegExp, chinese: string, english: string][] = [
  [/^undefined variable: (.+)$/, "没有“$1”这个值，请核对名称", "there is no value “$1”"],
  [/^unknown property: (.+)$/, "列表里没有“$1”这一项，请核对名称", "the items of this list have no “$1”"],
  [/^undefined filter: (.+)$/, "没有“$1”这个过滤器，请核对名称", "there is no filter “$1”"],
  [/^tag "?(\S+?)"? not found/, "没有“$1”这个标签，请核对名称", "there is no tag “$1”"],
  [/^tag (\{%.+%\}) not closed/, "$1 没有结束：缺少对应的 end 标签", "$1 is not closed: its end tag is missing"],
  [/^tag (.+) not closed/, "标签“$1”没有写完：缺少 %}", "the tag “$1” lacks its %}"],
  [/^output (.+) not closed/, "“$1”没有写完：缺少 }}", "“$1” lacks its }}"],
  [/^section name expected/, "“部分”后面要写名称，如 {% 部分 标题 %}", "a name must follow 部分: {% 部分 标题 %}"],
  [/^unexpected elsif after else|^duplicated else/, "else 之后不能再有 elsif 或 else", "nothing more may follow else"],
  [/^illegal tag/, "for 的写法应为 {% for 县 in 列表 %}", "for is written {% for item in list %}"],
  [/^(?:expected filter name|expected "\|" before filter)/, "“|”后面要写过滤器的名称", "a filter's name must follow “|”"],
  [/^invalid value expression|value expected|^unexpected character|^unbalanced parentheses|^\[ not closed|^expected (?:variable name|"=")|^illegal tag syntax/, "这里的写法不对，请检查引号、括号和标点（须用半角）", "this cannot be read: check quotes, brackets and half-width marks"],
  [/limit exceeded/, "模板太长或循环太多，已停止", "the template is too long or loops too often"],
];

/** The mistakes of a template, in a clerk's words. */
export function problemsIn(error: unknown): TemplateProblem[] {
  const errors = propertyOf(error, "errors");
  return Array.isArray(errors) && errors.length > 0 ? errors.map(problemOf) : [problemOf(error)];
}

function problemOf(error: unknown): TemplateProblem {
  const token = propertyOf(error, "token");
  const getPosition = propertyOf(token, "getPosition");
  const [line, column] = typeof getPosition === "function" ? (getPosition.call(token) as number[]) : [];
  return { line: line ?? 1, column: column ?? 1, message: wordingOf(messageOf(error)) };
}

/** The message without the file and line that LiquidJS appends. */
function messageOf(error: unknown): string {
  const original = propertyOf(error, "originalError");
  const message = String(propertyOf(original ?? error, "message") ?? error);
  return message.replace(/, (?:file:[^,]{0,300}(?:, line:\d+)?(?:, col:\d+)?|line:\d+, col:\d+)$/, "");
}

function wordingOf(message: string): Record<Language, string> {
  for (const [pattern, chinese, english] of WORDINGS) {
    const match = pattern.exec(message);
    if (match) {
      const what = match[1] ?? "";
      return { "zh-CN": chinese.replace("$1", () => what), en: english.replace("$1", () => what) };
    }
  }
  return { "zh-CN": `模板有误：${message}`, en: `mistake in the template: ${message}` };
}

function propertyOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && name in value ? (value as Record<string, unknown>)[name] : undefined;
}
