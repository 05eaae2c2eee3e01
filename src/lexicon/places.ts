/** Words over a column of regions, whatever their rank; ranks themselves may stand in any order (县（市、区）). */
export const AXIS_WORDS: readonly string[] = [
  "地区", "地市", "地州", "单位", "单位名称", "填报单位", "责任单位", "承办单位", "实施单位", "上报单位", "报送单位", "责任主体", "实施主体", "实施地区", "区域", "辖区", "行政区划", "行政区域", "区划", "省份", "省市", "省区市", "名称", "部门", "责任部门",
  "乡镇", "街道", "镇街", "街镇", "乡镇街道", "村", "村名", "行政村", "社区", "村居", "村社区", "项目所在地", "所在地", "所在区", "所属县区", "所属区县", "城市", "城市区", "市别", "县别", "区别", "片区名称",
  "城区", "部门名称", "责任部门", "项目县", "县名", "所在县", "县市", "镇街道", "农场", "林场", "场站", "分场", "团场", "师市", "学校", "学校名称", "园区", "开发区", "市直单位", "省直部门", "牵头单位", "地区名称", "主体", "区域名称", "监测站点",
];

/** Signs of a rank: what 县（市、区） and 市（州） are made of. */
export const RANK_SIGNS = "省市县区州盟旗地师乡镇街村团场";

/** Ranks that end a region's name, the longer before the shorter. */
export const RANKS: readonly string[] = [
  "特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "林区", "特区", "省", "市", "县", "区", "旗", "州", "盟",
];

/** Ranks below the county: taken for a region where the table has a column of them. */
export const LOWER_RANKS: readonly string[] = [
  "街道办事处", "街道办", "街道", "民族乡", "镇", "乡", "苏木", "嘎查", "村民委员会", "村委会", "居委会", "行政村", "社区", "村", "城区", "部门名称", "责任部门", "项目县", "县名", "所在县", "县市", "镇街道", "农场", "林场", "牧场", "渔场", "茶场", "团", "分场", "管理区", "办事处", "园区", "示范园",
];

/** Units of government and others that report beside regions. */
export const OFFICE_ENDS: readonly string[] = ["部门", "机关", "局", "委", "厅", "办", "妇联", "团委", "残联", "中心", "公司", "集团", "学院", "大学", "中学", "小学", "学校", "医院", "总公司", "管委会", "委员会", "总工会", "工会", "支队", "监狱", "分局", "总队", "银行", "联社", "处", "所", "院", "站"];

/** The provinces by the names that tables use. */
export const PROVINCES: readonly string[] = [
  "北京", "天津", "河北", "山西", "内蒙古", "辽宁", "吉林", "黑龙江", "上海", "江苏", "浙江", "安徽", "福建", "江西", "山东", "河南", "湖北", "湖南", "广东", "广西", "海南", "重庆", "四川", "贵州", "云南", "西藏", "陕西", "甘肃", "青海", "宁夏", "新疆", "香港", "澳门", "台湾",
];
