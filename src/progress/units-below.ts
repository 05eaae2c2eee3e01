import { isZone } from "./zones";

/** What the units below an area are called together. */
export interface UnitsBelow {
  /** As they are called upon, and a count is followed by them: 县（市、区）. */
  formal: string;
  /** The same inside running text: 县市区. */
  informal: string;
  /** Over a column of their names: 县（市、区）, 乡镇（街道）, 部门. */
  header: string;
  /** To whom a notice is addressed, development zones apart: 各县（市、区）人民政府. */
  addressees: string;
}

/** What a unit is by its name. */
type UnitKind = "省" | "县" | "市" | "区" | "旗" | "州" | "乡镇" | "街道" | "村" | "社区" | "师市" | "团场" | "农场" | "部门";

const PROVINCES = /^(?:北京|天津|上海|重庆)市?$|^(?:内蒙古|广西|西藏|宁夏|新疆)$|(?:省|自治区|特别行政区|生产建设兵团)$/;
/** Stands beside the provinces, and is no government: 新疆生产建设兵团. */
const CORPS = /生产建设兵团$/;
const DEPARTMENT = /(?:厅|局|委|委员会|办|办公室|部|部门|机关|处|中心|总队|支队|法院|检察院|工会|妇联|团委|残联)$/;
/** Divisions of the 兵团, alone or with the city that they run: 第一师阿拉尔市. */
const DIVISION = /^(?:兵团)?第?[一二三四五六七八九十\d]+师/;
/** The area's own level, which is none of the units below it: 市本级, 省直. */
const OWN_LEVEL = /本级$|^(?:市级|[省市州盟县区]直(?:属|管|单位)?)$/;
const COUNTIES: readonly UnitKind[] = ["县", "市", "区", "旗", "州"];
const COUNTY_HEADER = "县（市、区）";
const BODIES: UnitsBelow = { formal: "单位", informal: "单位", header: "单位", addressees: "各有关单位" };

/** Whether a name is that of a department of a government: 省教育厅. */
export function isDepartment(name: string): boolean {
  return DEPARTMENT.test(name);
}

/** What a unit is by its name; null for the area's own level, companies, schools and names of another kind. */
export function kindOf(name: string): UnitKind | null {
  if (PROVINCES.test(name)) return "省";
  if (DIVISION.test(name)) return "师市";
  if (/旗$/.test(name)) return "旗";
  if (/县$/.test(name)) return "县";
  if (/(?:州|盟|地区)$/.test(name)) return "州";
  if (/市$/.test(name)) return "市";
  if (/(?:镇|乡|苏木)$/.test(name)) return "乡镇";
  if (/街道(?:办事处|办)?$/.test(name)) return "街道";
  if (/(?:社区|居委会)$/.test(name)) return "社区";
  if (/(?:村|嘎查|村民委员会|村委会)$/.test(name)) return "村";
  if (/(?:团|团场)$/.test(name)) return "团场";
  if (/(?:农|林|牧|渔|茶|分)场$/.test(name)) return "农场";
  if (/区$/.test(name)) return "区";
  return isDepartment(name) ? "部门" : null;
}

/** What the units of these names are called together; 县（市、区） where there are none. */
export function unitsBelow(names: readonly string[]): UnitsBelow {
  const below = names.filter((name) => !OWN_LEVEL.test(name));
  // A zone stands beside counties as one of their districts, beside towns as what it is.
  const zones = below.filter(isZone);
  const proper = below.filter((name) => !isZone(name));
  const kinds = new Set((proper.length > 0 ? proper : zones).map(kindOf));
  const only = (...wanted: (UnitKind | null)[]) => [...kinds].every((kind) => wanted.includes(kind));
  if (kinds.size === 0) return counties(new Set());
  if (proper.length === 0) return { ...same("开发区", "区"), addressees: "各开发区管委会" };
  // Cities with a plan of their own (大连市) stand among the provinces.
  if (kinds.has("省") && only("省", "市", "区")) return provinces(below);
  if (only("省", ...COUNTIES)) return counties(new Set([...kinds, ...zones.map(kindOf)]));
  if (only("乡镇", "街道")) return towns(kinds, zones.length > 0);
  if (kinds.has("省")) return beside(provinces(below), "单位");
  if (zones.length > 0) return mixed(kinds);
  if (only("村", "社区")) return kinds.size > 1 ? same("村（社区）", "村社区") : same([...kinds][0] ?? "村");
  if (only("农场") || only("团场") || only("师市") || only("部门")) return same([...kinds][0] ?? "单位");
  return mixed(kinds);
}

function provinces(names: readonly string[]): UnitsBelow {
  const corps = names.filter((name) => CORPS.test(name)).map((name) => `，${name}`);
  return { formal: "省（自治区、直辖市）", informal: "省区市", header: "省（区、市）", addressees: `各省、自治区、直辖市人民政府${corps.join("")}` };
}

/** Governments beside other bodies: together they are 单位. */
function beside({ formal, addressees }: UnitsBelow, informal: string): UnitsBelow {
  return { formal: `${formal}和有关单位`, informal, header: informal, addressees: `${addressees}，各有关单位` };
}

function same(formal: string, informal = formal): UnitsBelow {
  return { formal, informal, header: formal, addressees: formal === "部门" ? "各有关部门" : `各${formal}` };
}

function counties(kinds: ReadonlySet<UnitKind | null>): UnitsBelow {
  const [formal, informal] = countyWords(kinds);
  const isPrefectures = kinds.has("州") || formal === "市";
  return { formal, informal, header: isPrefectures ? formal : COUNTY_HEADER, addressees: `各${formal}人民政府` };
}

function countyWords(kinds: ReadonlySet<UnitKind | null>): [formal: string, informal: string] {
  const has = (...wanted: UnitKind[]) => kinds.size === wanted.length && wanted.every((kind) => kinds.has(kind));
  if (has("县")) return ["县", "县"];
  if (has("区")) return ["区", "区"];
  if (has("市")) return ["市", "市"];
  if (has("州")) return ["州", "州"];
  if (has("县", "区")) return ["县（区）", "县区"];
  if (has("县", "市")) return ["县（市）", "县市"];
  if (has("市", "州")) return ["市（州）", "市州"];
  if (kinds.has("旗")) return ["旗县（市、区）", "旗县市区"];
  return [COUNTY_HEADER, "县市区"];
}

function towns(kinds: ReadonlySet<UnitKind | null>, zones: boolean): UnitsBelow {
  const [town, street] = [kinds.has("乡镇"), kinds.has("街道")];
  const addressees = [town ? "各乡镇人民政府" : "", street ? `${town ? "" : "各"}街道办事处` : ""].filter(Boolean).join("、");
  const parts = [town ? "乡镇" : "", street ? "街道" : "", zones ? "园区" : ""].filter(Boolean);
  const [first = "乡镇", ...rest] = parts;
  const formal = rest.length === 0 ? first : `${first}（${rest.join("、")}）`;
  return { formal, informal: parts.join(""), header: formal, addressees };
}

/** Counties beside other bodies are all called 单位; others have no name together but that. */
function mixed(kinds: ReadonlySet<UnitKind | null>): UnitsBelow {
  const governments = new Set([...kinds].filter((kind) => kind !== null && COUNTIES.includes(kind)));
  if (governments.size === 0) return BODIES;
  return beside(counties(governments), "单位");
}
