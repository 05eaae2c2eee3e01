/** Why the generated notice differs from the seed at a place. */
export interface Explanation {
  first: string;
  second: string;
  why: string;
}

const MISTAKE = "原文有误，改正";
const FORM = "写法统一";
const STANDING = "原文的套话，工作簿里没有依据";

/** Every difference that the sample's notice may have; anything else fails the test. */
export const EXPLANATIONS: readonly Explanation[] = [
  { first: "1、 ", second: "一、", why: `${MISTAKE}：一级标题的自动编号在转成文字时变成了“1、”` },
  { first: "止", second: "至", why: `${FORM}：日期前用“截至”` },
  { first: "", second: "任务", why: `${MISTAKE}：方山县的180套是任务，不是开工数（263＋736＝999，已是全市开工数）` },
  { first: "", second: "区", why: `${FORM}：分句开头用县市区全称` },
  { first: "4", second: "1", why: `${MISTAKE}：七个县市相加为17312万元，原文写作17342万元（目标任务表的合计是手工填的）` },
  { first: "4", second: "37", why: `${FORM}：完成率保留两位小数；原文此处一位，可在设置里为完成投资单独设一位` },
  { first: ":", second: "：", why: `${FORM}：全角标点` },
  { first: "：", second: "", why: `${FORM}：同一段里“其中”后面原文有的加冒号、有的不加` },
  { first: "县", second: "", why: `${FORM}：名单里用简称，原文全称、简称混用` },
  { first: "市", second: "", why: `${FORM}：名单里用简称，原文全称、简称混用` },
  { first: "区", second: "", why: `${FORM}：名单里用简称，原文全称、简称混用` },
  { first: "", second: "石楼、", why: "表里石楼县有投资任务2000万元而完成为0（分县任务是样例假设的）" },
  { first: "", second: "孝义、", why: "表里孝义市欠账为0（分县数是样例假设的），原文只点了柳林、离石" },
  { first: "", second: "、交口", why: "表里交口县欠账为0（分县数是样例假设的），原文只点了柳林、离石" },
  { first: "5", second: "6", why: `${MISTAKE}：原文“涉及5个县”，而所列为岚县、交城、兴县、石楼、方山、离石六个` },
  { first: "（包括未取得工程规划、施工许可手续）", second: "", why: `${STANDING}：问题的具体内容不在表里` },
  { first: "", second: "5922套", why: "表里有套数，一并写明；原文在第三部分才写" },
  { first: "离石", second: "方山", why: "未开工的名单由表算出，方山县也未开工；次序同分县情况" },
  { first: "", second: "离石、", why: "同上，离石区在名单中移后" },
  { first: "手续", second: "", why: "表里只有开工数，不能断定手续是否办理，写“还未开工”" },
  { first: "办理", second: "开工", why: "同上" },
  { first: "全市有34个棚改项目手续不完善，严重影响保障性住房建设和审计整改进度。", second: "", why: "表里没有手续不完善的项目数；有这一列时写出" },
  { first: "", second: "年", why: `${FORM}：年度后加“年”` },
  { first: ")", second: "）", why: `${MISTAKE}：括号一半角一全角` },
  { first: "）", second: "〕", why: `${MISTAKE}：文号的六角括号没有配对` },
  { first: "、", second: "，", why: `${MISTAKE}：“量力而行”后面是分句，应用逗号` },
  { first: "2020年保障性安居工程资金投入和使用绩效审计问题近期将下达到各县，要求年底前完成整改。", second: "", why: `${STANDING}：另一项审计，不在表里` },
  { first: "。根据各县市区制定的“三清单”", second: "", why: `${STANDING}：“三清单”是当年的专门要求` },
  { first: "。", second: "，", why: "随上一处，句号改为逗号" },
];
