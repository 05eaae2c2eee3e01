import type { IndicatorProgress } from "./indicator-progress";
import { isRatioUnit } from "./indicators";
import { STATUS_LABELS, type Status } from "./status";
import type { Demand } from "./threshold";
import { begunWords, notBegunWords } from "./verb";

type Spoken = Pick<IndicatorProgress, "name" | "verb" | "unit" | "measured">;

/**
 * A status in the words of the indicators that it is said of: 尚未筹集, 尚无投资; under a demand, 达到序时 is 达到节点 where
 * the office sets milestones; a goal in per cent is not judged. Where several are spoken of at once, only a word that is true of all is theirs.
 * @param indicators at least one
 * @param demand what progress is held against; the pace if left out
 * @example statusName("none", [{ name: "保障性租赁住房", verb: "筹集", unit: "套", measured: true }]) // "尚未筹集"
 */
export function statusName(status: Status, indicators: readonly Spoken[], demand?: Demand): string {
  switch (status) {
    case "none":
      return common(indicators.map(notBegunWords)) ?? STATUS_LABELS.none.chinese;
    case "unknown":
      if (indicators.every(({ unit }) => isRatioUnit(unit))) return "不作排名";
      return indicators.some(({ measured }) => measured) ? STATUS_LABELS.unknown.chinese : "未报进展";
    case "onPace":
      if (!demand) return STATUS_LABELS.onPace.chinese;
      // Before the first milestone whoever has begun is on time.
      return demand.rate > 0 ? demand.reached : (common(indicators.map(begunWords)) ?? demand.reached);
    default:
      return STATUS_LABELS[status].chinese;
  }
}

function common(words: readonly string[]): string | null {
  const [first] = words;
  return first !== undefined && words.every((word) => word === first) ? first : null;
}
