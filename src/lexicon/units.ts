/** All money is kept in 万元: what one of each is in it. */
export const MONEY_UNITS: Record<string, number> = { 元: 0.0001, 千元: 0.1, 万元: 1, 百万元: 100, 千万元: 1000, 亿元: 10000 };

/** Words that say money. */
export const MONEY_WORDS: readonly string[] = ["金额", "资金"];

/** What is counted, where it is money: 归集额. */
export const AMOUNT_WORDS: readonly string[] = ["额", "总额", "额度"];

/** What counts things one by one; 万户 is 10,000 of them. */
export const COUNT_UNITS: readonly string[] = [
  "套", "户", "个", "间", "人", "项", "件", "处", "栋", "幢", "片", "宗", "部", "台", "所", "座", "名", "家", "条", "口", "眼", "头", "只", "批", "次", "辆", "株", "棵", "份", "张", "盏", "村",
  "人次", "户次", "家次", "场次", "车次", "例次", "点次", "台套", "床", "张床", "学位", "床位", "车位", "泊位", "桩", "根", "盒", "场", "期", "班", "对", "艘", "羽", "孔", "支", "面", "块", "门", "例", "起", "厂", "站", "点", "校", "批次", "笔", "剂次", "剂", "箱", "册", "单", "人天", "孔", "扇", "樘", "万人次", "宗地", "窝", "枚", "盘", "方",
];

/** Other spellings of a measure. */
export const MEASURES_ALIKE: Record<string, string> = { "㎡": "平方米", m2: "平方米", "m²": "平方米", km2: "平方公里", km: "公里" };

/** Measures of length, area, weight and power: 万亩 stays 万亩. */
export const MEASURE_UNITS: readonly string[] = [
  "平方米", "㎡", "m2", "m²", "万平方米", "万㎡", "万m2", "亿平方米", "平方公里", "km2", "立方米", "万立方米", "万方", "方", "亿立方米", "亩", "万亩", "公顷", "万公顷", "米", "延米", "千米", "公里", "km", "万公里",
  "吨", "万吨", "亿吨", "公斤", "斤", "千克", "千瓦", "万千瓦", "兆瓦", "千瓦时", "万千瓦时", "亿千瓦时", "天", "小时", "微克/立方米", "毫克/立方米", "μg/m3", "ug/m3", "mg/m3", "mg/l", "吨标准煤/万元", "立方米/万元", "‰", "1/10万", "1/万", "吨标准煤", "万吨标准煤", "度", "升", "毫升", "美元", "万美元", "亿美元", "标立方米",
];
