/** Units as they stand in a Report: money is always 万元. */
type Unit = "套" | "户" | "个" | "万元" | (string & {});

/** The unit of goals that are percentages themselves (失业率). */
export const SHARE_UNIT = "%";

/** Whether figures in a unit are ratios (%, ‰, 1/10万, 微克/立方米): compared region by region, never added up. */
export function isRatioUnit(unit: Unit): boolean {
  return unit === SHARE_UNIT || unit === "‰" || unit.includes("/");
}

/** What an indicator (指标) is, apart from any workbook. */
export interface IndicatorDefinition {
  /** Stable id: one of the catalogue, or one of its own for a pair that the catalogue lacks. */
  id: string;
  /** Name as staff see it, e.g. 棚户区改造开工. */
  name: string;
  /** Short name for narrow places, e.g. 棚改开工. */
  shortName: string;
  unit: Unit;
  /** The verb of its done figures as its header writes it: 筹集; not there where none is written. */
  verb?: string;
  /** The indicator that this one is a part of (其中). */
  parent?: string;
  /** English name, beside the Chinese one. */
  english: string;
}

/** The indicators of the city office's annual task, in the order of its notices. */
export const CATALOGUE: readonly IndicatorDefinition[] = [
  {
    id: "starts",
    name: "棚户区改造开工",
    shortName: "棚改开工",
    unit: "套",
    english: "Shantytown redevelopment starts",
  },
  {
    id: "oldTownStarts",
    name: "老旧城区内脏乱差棚户区开工",
    shortName: "老城区脏乱差",
    unit: "套",
    parent: "starts",
    english: "of which in run-down old town areas",
  },
  {
    id: "publicRentalStarts",
    name: "新建公租房开工",
    shortName: "公租房",
    unit: "套",
    english: "Public rental housing starts",
  },
  {
    id: "basicCompletion",
    name: "续建项目基本建成",
    shortName: "基本建成",
    unit: "套",
    english: "Basic completion",
  },
  {
    id: "rentSubsidyHouseholds",
    name: "租赁补贴户数",
    shortName: "补贴户数",
    unit: "户",
    verb: "发放",
    english: "Rental subsidy households",
  },
  {
    id: "rentSubsidyAmount",
    name: "租赁补贴金额",
    shortName: "补贴金额",
    unit: "万元",
    verb: "发放",
    english: "Rental subsidy amount",
  },
  {
    id: "investment",
    name: "完成投资",
    shortName: "投资",
    unit: "万元",
    english: "Investment",
  },
];

/** The catalogue's definition of an id; undefined for an indicator of the workbook's own. */
export function catalogued(id: string): IndicatorDefinition | undefined {
  return CATALOGUE.find((definition) => definition.id === id);
}
