import { loadNoticeWriter, STANDARD_TEMPLATES } from "../../../src/notice";
import { FILTERS, INDICATOR_VALUES, REGION_VALUES, VALUES, type CatalogueEntry } from "../../../src/notice/template/catalogue";
import { earlierPeriod } from "../../support/earlier-period";
import { sampleReport } from "../sample-report";
import { SEED_OPTIONS } from "./seed";

/** Writes an example as the sample workbook would. */
export type Example = (template: string) => string;

/** The examples of the catalogue, over the sample and a made-up period before. */
export async function examples(): Promise<Example> {
  const [writer, report] = await Promise.all([loadNoticeWriter(), sampleReport()]);
  const options = { ...SEED_OPTIONS, previous: earlierPeriod(report, "2021-03-23"), yearAgo: earlierPeriod(report, "2020-04-23") };
  return (template) => {
    const { paragraphs, problems } = writer.write(report, options, { text: template });
    if (problems.length > 0) throw new Error(`${template}: ${problems.map(({ message }) => message["zh-CN"]).join()}`);
    return paragraphs.map(({ text }) => text).join(" ");
  };
}

/** docs/templates.md. */
export async function templatesDocument(): Promise<string> {
  const example = await examples();
  const table = (entries: readonly CatalogueEntry[]) => [
    "| 名称 | 含义 | English | 写法 | 样例里的结果 |",
    "|---|---|---|---|---|",
    ...entries.map(({ name, meaning, english, example: template }) => {
      const shown = example(template) || "（空）";
      return `| ${name} | ${meaning} | ${english} | \`${template.replaceAll("|", "\\|")}\` | ${shown} |`;
    }),
    "",
  ];
  return [
    "# 通报模板",
    "",
    "通报由模板写成。模板是一段文字，一行就是一段；`{{ … }}` 处填入表里算出的内容，`{% … %}` 决定写不写、重复几次。语法是 [Liquid](https://liquidjs.com/tutorials/intro-to-liquid.html)，名称都是中文。工作簿里的文字只作为内容填入，不会被当作模板执行。",
    "",
    "A notice is written by a template in Liquid, a paragraph a line. The add-in brings three; an office edits one in the pane, sees the result at once and mistakes by line, and keeps it in the workbook or as a file. Texts of a workbook are values and are never run as a template.",
    "",
    "| 自带模板 | Template | 用途 |",
    "|---|---|---|",
    ...STANDARD_TEMPLATES.map(({ name, english, description }) => `| ${name} | ${english} | ${description} |`),
    "",
    "## 写法",
    "",
    "- `{% 部分 标题 %}`：从这里起属于“标题”这一部分。`文号`、`标题`、`主送`、`附件`、`落款` 有各自的格式，其他名称随意取；插入通报时可以只选其中几部分。",
    "- 以 `一、`、`（一）`、`1、` 开头的行是标题，编号从头重排，所以某一条因为没有数据而不写时，后面的编号不会跳。标题下面什么都没有时，标题也不写。",
    "- 空行不写。表里没有的内容为空：`{% if 历史欠账 %}…{% endif %}`。空的列表也算空。",
    "- 数字带着来源：在窗格里悬停可看到单元格，点击可跳过去。不要把数字手工写进模板。",
    "- 可用的标签：`if`、`elsif`、`else`、`unless`、`case`、`when`、`for`、`break`、`continue`、`assign`、`capture`、`comment`、`部分`、`自拟`、`自拟完`。",
    "- `{% 自拟 %}…{% 自拟完 %}` 之间的话不是来自表格，由办公室自己负责：窗格里显示为灰色，签发前检查里计数。一行里没有填入表里任何内容的，不写标签也按自拟算。",
    "- 比较完成率时用百分数：`{% if 完成投资.完成率 < 50 %}`。",
    "- 标点用全角，`{{ }}`、`{% %}`、`|`、引号和冒号用半角。",
    "",
    "The sample's results below compare with a made-up earlier period in which half of everything was done.",
    "",
    "## 值",
    "",
    ...table(VALUES),
    "## 每个指标有的值",
    "",
    "以完成投资为例；`{% for 指标 in 考核指标 %}` 里写 `指标.完成率`。",
    "",
    ...table(INDICATOR_VALUES),
    "## 列表里每个县市区有的值",
    "",
    ...table(REGION_VALUES),
    "## 过滤器",
    "",
    "写在 `|` 后面，可以一个接一个。",
    "",
    ...table(FILTERS),
  ].join("\n");
}
