import { pause } from "./pause";
import { describeError, Problem } from "./problem";

/**
 * Milliseconds before each further try of putting back: a minute in all. The first follows at once. While another
 * workbook is in front nothing can be put back (#771); the journal stands until its user returns.
 */
export const PAUSES: readonly number[] = [0, 500, 1000, 2000, 4000, 7500, 15_000, 30_000];

/**
 * After a failure of a write: puts back what it had changed.
 * @param undo called again where it fails: what stopped the write may have stopped it too
 * @throws a Problem `half-written` where what was changed could not be put back
 */
export async function putBack<T>(failure: unknown, undo: () => Promise<T>): Promise<T> {
  // What has no answer yet may still be done as a whole: nothing is to be put back.
  if (failure instanceof Problem && failure.code === "no-answer") throw failure;
  let latest: unknown;
  for (const wait of [null, ...PAUSES]) {
    if (wait !== null) await pause(wait);
    try {
      return await undo();
    } catch (error) {
      latest = error;
      if (error instanceof Problem && error.code === "no-answer") break;
    }
  }
  throw halfWritten(failure, latest);
}

/** What could neither be finished nor put back, with what to do about it. */
function halfWritten(failure: unknown, undoing: unknown): Problem {
  const { text } = describeError(failure);
  return new Problem(
    "half-written",
    {
      "zh-CN": `${text["zh-CN"].replace(/(?:，您的表格没有改动|已有内容没有改动。|，没有写入任何内容)/, "")}而且没能恢复原样：工作簿里可能留下名称以“~”开头的临时工作表。请重新读取后再写一次，届时会自动清理；也可以不保存，关闭后重新打开。`,
      en: `Not completed, and it could not be undone: temporary sheets whose names begin with "~" may be left. Read again and write once more, which clears them away; or close the workbook without saving and open it again.`,
    },
    { cause: new AggregateError([failure, undoing]) },
  );
}
