import { catalogued, type IndicatorDefinition } from "./indicators";
import type { BacklogMeasure, Meaning } from "./records";

const BACKLOG_NAMES: Record<BacklogMeasure, { chinese: string; english: string }> = {
  task: { chinese: "公租房下达任务", english: "Public rental task" },
  reported: { chinese: "公租房上报完成", english: "Public rental reported" },
  repurposed: { chinese: "公租房盘活", english: "Public rental repurposed" },
  stock: { chinese: "公租房实有", english: "Public rental stock" },
  computed: { chinese: "公租房历史欠账", english: "Public rental backlog" },
  verified: { chinese: "公租房核实历史欠账", english: "Verified backlog" },
};

const MEASURE_NAMES = {
  target: { chinese: "目标任务", english: "target" },
  done: { chinese: "已完成", english: "done" },
  rate: { chinese: "完成率", english: "rate" },
  projects: { chinese: "项目数", english: "projects" },
} as const;

/**
 * What staff call a figure: 棚户区改造开工（目标任务）, 2017年审计未整改（未办理产权登记）.
 * @param definitions the workbook's indicators, for those that the catalogue lacks
 */
export function meaningName(
  meaning: Meaning,
  definitions: readonly IndicatorDefinition[],
): { chinese: string; english: string } {
  switch (meaning.kind) {
    case "target":
    case "done":
    case "rate":
    case "projects": {
      const definition =
        definitions.find(({ id }) => id === meaning.indicator) ?? catalogued(meaning.indicator);
      const measure = MEASURE_NAMES[meaning.kind];
      return {
        chinese: `${definition?.name ?? meaning.indicator}（${measure.chinese}）`,
        english: `${definition?.english ?? meaning.indicator} ${measure.english}`,
      };
    }
    case "backlog":
      return BACKLOG_NAMES[meaning.measure];
    case "audit": {
      const category = meaning.category === null ? "" : `（${meaning.category}）`;
      return {
        chinese: `${meaning.year}年审计未整改问题${category}`,
        english: `${meaning.year} audit findings open${category}`,
      };
    }
    case "continuing":
      return { chinese: "2017年底前开工未建成", english: "Started before 2018, unfinished" };
    case "note":
      return { chinese: "进展说明", english: "Progress note" };
    case "outlook":
      return { chinese: "攻坚前景", english: "Outlook" };
  }
}

/** The unit of a figure in a Report; null for texts and rates. */
export function meaningUnit(
  meaning: Meaning,
  definitions: readonly IndicatorDefinition[],
): string | null {
  switch (meaning.kind) {
    case "target":
    case "done":
      return (
        (definitions.find(({ id }) => id === meaning.indicator) ?? catalogued(meaning.indicator))
          ?.unit ?? ""
      );
    case "projects":
    case "audit":
      return "个";
    case "backlog":
    case "continuing":
      return "套";
    case "rate":
    case "note":
    case "outlook":
      return null;
  }
}
