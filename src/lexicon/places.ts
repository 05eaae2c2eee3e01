/** Words over a column of regions, whatever their rank; ranks themselves may stand in any order (县（市、区）). */
export const AXIS_WORDS: readonly string[] = [
  "地区", "地市", "地州", "单位", "单位名称", "填报单位", "责任单位", "承办单位", "实施单位", "上报单位", "报送单位", "责任主体", "实施主体", "实施地区", "区域", "辖区", "行政区划", "行政区域", "区划", "省份", "省市", "省区市", "名称", "部门", "责任部门",
  "乡镇", "街道", "镇街", "街镇", "乡镇街道", "村", "村名", "行政村", "社区", "村居", "村社区", "项目所在地", "所在地", "属地", "所属地", "项目属地", "所在区", "所属县区", "所属区县", "城市", "城市区", "市别", "县别", "区别", "片区名称",
  "城区", "部门名称", "责任部门", "项目县", "县名", "所在县", "县市", "镇街道", "农场", "林场", "场站", "分场", "团场", "师市", "学校", "学校名称", "园区", "开发区", "市直单位", "省直部门", "牵头单位", "地区名称", "主体", "区域名称", "监测站点", "管理局", "管理部", "管理处", "分中心", "管委会",
];

/** Signs of a rank: what 县（市、区） and 市（州） are made of. */
export const RANK_SIGNS = "省市县区州盟旗地师乡镇街村团场";

/** Ranks over the county. */
export const CITY_RANKS: readonly string[] = ["市", "州", "盟", "省"];

/** Ranks below the town. */
export const VILLAGE_RANKS: readonly string[] = ["嘎查", "村民委员会", "村委会", "居委会", "行政村", "社区", "村"];
/** Ranks of towns. */
export const TOWN_RANKS: readonly string[] = ["街道", "镇"];
/** Ranks below the county: taken for a region where the table has a column of them. */
export const LOWER_RANKS: readonly string[] = [
  "街道办事处", "街道办", "街道", "民族乡", "镇", "乡", "苏木", ...VILLAGE_RANKS, "农场", "林场", "牧场", "渔场", "茶场", "团", "分场", "管理区", "办事处", "园区", "示范园",
];

/** Units of government and others that report beside regions. */
export const OFFICE_ENDS: readonly string[] = ["部门", "机关", "局", "委", "厅", "办", "办公室", "科", "股", "专班", "领导小组", "妇联", "团委", "残联", "中心", "公司", "集团", "学院", "大学", "中学", "小学", "学校", "医院", "总公司", "管委会", "委员会", "总工会", "工会", "支队", "监狱", "分局", "总队", "组织部", "宣传部", "统战部", "武装部", "指挥部", "银行", "联社", "处", "所", "院", "站"];

/** Things that end like a body and are none: what is built or opened. */
export const NOT_OFFICE_ENDS: readonly string[] = ["学科", "本科", "专科", "影院", "剧院", "庭院", "驿站", "车站", "电站", "泵站", "水站", "油站", "厕所", "场所", "住所", "会所"];

/** The provinces by the names that tables use. */
export const PROVINCES: readonly string[] = [
  "北京", "天津", "河北", "山西", "内蒙古", "辽宁", "吉林", "黑龙江", "上海", "江苏", "浙江", "安徽", "福建", "江西", "山东", "河南", "湖北", "湖南", "广东", "广西", "海南", "重庆", "四川", "贵州", "云南", "西藏", "陕西", "甘肃", "青海", "宁夏", "新疆", "香港", "澳门", "台湾",
];

/** What the name of a region ends with. */
export const REGION_ENDS: readonly string[] = ["特别行政区", "自治区", "自治州", "自治县", "自治旗", "林区", "特区", "省", "市", "县", "区", "旗", "州", "盟", "地区"];
/** Ends of autonomous units, before which a people's name stands. */
export const AUTONOMOUS_ENDS: readonly string[] = ["自治州", "自治县", "自治旗", "自治区"];
/** Words that end like a rank below the county and are none. */
export const NOT_LOWER_ENDS: readonly string[] = [
  "各镇", "城镇", "乡镇", "村镇", "街镇", "农镇", "集镇", "各乡", "下乡", "城乡", "各村", "农村", "新村", "城村", "乡村", "集团", "社团", "产业园区", "工业园区",
];
/** All of a place: 全市. And the counties whose names begin like that. */
export const WHOLES: readonly string[] = "国省市县区州盟旗".split("").map((rank) => `全${rank}`);
export const NAMED_LIKE_WHOLES: readonly string[] = ["全州县"];
/** Words that end like a region and are none: alone, or what they end with. */
export const NOT_REGIONS: readonly string[] = ["区域", "县城", ..."省市县区".split("").flatMap((rank) => [`本${rank}`, `我${rank}`]), ...WHOLES];
export const NOT_REGION_ENDS: readonly string[] = ["小区", "片区", "社区", "园区", "街区", "库区", "矿区", "棚户区", "示范区", "风景区", "老旧城区", "建成区", "城中村"];
/** Words that begin with the sign of a rank: before them no place ends (智慧农贸 in 智慧农贸市场). */
export const WORDS_FROM_RANKS: readonly string[] = ["市场", "市民", "市政", "市容", "市级", "县城", "县级", "县域", "区域", "区间", "区级", "省级", "州级", "旗舰"];
/** Signs of which headers over regions are made, and no name. */
export const RANKS_ALONE = "各县市区旗州盟地省辖设级属、/()及";
/** What a development zone's name ends with. */
export const ZONE_ENDS: readonly string[] = [
  "经济技术开发区", "经济开发区", "高新技术产业开发区", "高新技术开发区", "产业开发区", "开发区", "经开区", "高新区", "新区", "示范区", "工业园区", "产业园区", "集聚区", "保税区", "度假区", "实验区", "试验区", "合作区",
  "经济区", "航空港区", "风景名胜区", "风景区", "管理区", "投资区", "科创区", "科技城", "新城", "综保区", "旅游区", "功能区", "管委会", "管理委员会",
];
/** Kinds of zones of which a city has one, by what it is called and by all its writings. */
export const ZONE_KINDS: Readonly<Record<string, readonly string[]>> = { 经开区: ["经济技术开发区", "经济开发区", "经开区"], 高新区: ["高新技术产业开发区", "高新技术开发区", "高新区"] };
/** The city's own level, and its own districts taken together. */
export const CITY_LEVELS: readonly string[] = [
  "本级", "市本级", "州本级", "盟本级", "省本级", "县本级", "区本级", "市级", ..."市州盟省".split("").flatMap((rank) => ["", "属", "管", "单位"].map((end) => `${rank}直${end}`)),
  "市区", "市城区", "市辖区", "主城区", "中心城区", "兵团", "新疆兵团", "生产建设兵团", "新疆生产建设兵团",
];
/** Governments and offices behind a region's name: 离石区人民政府, 离石区住房保障中心. */
export const GOVERNMENT_ENDS: readonly string[] = ["人民政府", "政府", "管理委员会", "管委会", "管理部"];
export const HOUSING_OFFICES: readonly string[] = ["住房", "房产", "房地产", "房屋", "住建", "房管", "城建", "城乡建设", "保障"];
export const HOUSING_OFFICE_ENDS: readonly string[] = ["局", "中心", "办公室", "办", "所", "处", "科"];
/** What a bracket adds that is no part of a name: 汾阳市（含杏花村开发区）. */
export const ADDED_IN_BRACKETS: readonly string[] = ["(含", "(不含", "(包括", "(原", "(代管", "(省直管"];
/** Peoples by whom autonomous units are called. */
export const PEOPLES: readonly string[] =
  "柯尔克孜 乌孜别克 哈萨克 达斡尔 塔吉克 俄罗斯 鄂温克 塔塔尔 鄂伦春 维吾尔 蒙古 布依 朝鲜 土家 哈尼 傈僳 高山 拉祜 东乡 纳西 景颇 仫佬 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 德昂 保安 裕固 独龙 赫哲 门巴 珞巴 基诺 回 藏 苗 彝 壮 满 侗 瑶 白 傣 黎 佤 畲 水 土 羌 怒 京 各".split(" ");
/** Peoples whose name may stand without 族: 博尔塔拉蒙古自治州. */
export const PEOPLES_ALONE: readonly string[] = ["哈萨克", "蒙古", "柯尔克孜", "维吾尔"];
