/** What `--help` prints. */
export const HELP = `用法：npm run --silent progress -- 工作簿.xlsx [选项]

  --as-of 2021-04-23   数据截止日期；不写则取表中写明的日期，再不然取今天
  --out 结果.xlsx      计算、标记、插入附件并写好通报的工作簿；含宏的请用 .xlsm
  --notice 通报.txt    生成的通报，UTF-8，一段一行
  --check 初稿         校核通报初稿（.txt、.docx，或一个文件夹）；可写多次
  --json 结果.json     全部结果；“-”为标准输出
  --weights starts=2,investment=1
                       综合排名里各指标的权重（代号或名称）；不写则按工作簿的设置，未设的为 1
  --lang zh-CN|en      提示的语言
  --help               这些说明

退出码：0 完成；1 程序出错；2 输入不能用，没有写入任何文件；3 初稿中有错误。

Usage: npm run --silent progress -- WORKBOOK.xlsx [options]

  --as-of 2021-04-23   the day the figures stand for; else the tables' own date, else today
  --out FILE.xlsx      the workbook computed, marked, with attachments and notice; .xlsm keeps macros
  --notice FILE.txt    the notice, UTF-8, a paragraph a line
  --check DRAFT        proofreads a draft (.txt, .docx, or a folder of them); may be given several times
  --json FILE.json     the whole result; “-” is standard output
  --weights starts=2,investment=1
                       what indicators count in the ranking (ids or names); else the workbook's settings, else 1
  --lang zh-CN|en      the language of messages
  --help               this text

Exit status: 0 done; 1 a fault of ours; 2 input that cannot be used, nothing written; 3 a wrong claim in a draft.
`;
