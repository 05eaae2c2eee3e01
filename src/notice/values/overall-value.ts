import { lastPlacesWords, type OverallRank } from "../../progress";
import { ratedCellsOf, firstAndLast, movedText, overallRanks, overallSentences, scoreText } from "../passages/overall";
import { FigureValue } from "./figure-value";
import { withOrigin } from "./region-value";
import { list, type ObjectValue, type ValueScope } from "./scope";

/** 综合排名 as templates read it; null where there is nothing to be brought together. */
export function overallValue(scope: ValueScope): ObjectValue | null {
  const { writing } = scope;
  const ranks = overallRanks(writing);
  if (ranks.length === 0) return null;
  const values = new Map(ranks.map((one) => [one, rankValue(one, scope)]));
  const listOf = (some: readonly OverallRank[]) => list(some.flatMap((one) => values.get(one) ?? []));
  const { first, last } = firstAndLast(ranks, writing);
  const { rule, lastPlaces } = writing.report.overall;
  return {
    情况: scope.phrase(overallSentences(writing)),
    写入: rule.inNotice,
    县市区: listOf(ranks),
    前三名: listOf(first),
    末位: listOf(last),
    末位名称: lastPlacesWords(lastPlaces),
    约谈: listOf(ranks.filter(({ summoned }) => summoned)),
  };
}

function rankValue(one: OverallRank, scope: ValueScope): ObjectValue {
  const { region, rank, score, last } = one;
  const cells = ratedCellsOf(region, scope.writing);
  const values: ObjectValue = {
    名称: scope.text(region),
    得分: scope.figure(scoreText(one, scope.writing), (score ?? 0) * 100),
    名次: new FigureValue({ text: String(rank ?? ""), cells }, rank ?? 0, scope.marks),
    较上期: scope.phrase(movedText(one, scope.writing)),
    连续末位: last === 0 ? null : new FigureValue({ text: `${last}期`, cells }, last, scope.marks),
  };
  return withOrigin(values, region, cells, scope);
}
