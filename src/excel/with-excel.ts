import { describeError, Problem } from "./problem";

/** What actions pass along without looking into it. */
export type ExcelContext = Excel.RequestContext;

/** How long Excel may take over one round trip, in milliseconds: it is silent while a cell is edited or a dialog is open. */
export const PATIENCE = 60_000;

/**
 * Runs one piece of work against the open workbook.
 * @throws Problem in a clerk's words, whatever went wrong; `no-answer` where Excel stays silent
 */
export async function withExcel<T>(work: (context: ExcelContext) => Promise<T>): Promise<T> {
  let giveUp = () => {};
  const silence = new Promise<never>((_, reject) => (giveUp = () => reject(noAnswer())));
  const running = Excel.run((context) => {
    const sync = context.sync.bind(context);
    context.sync = <P>(passed?: P) => answered(sync(passed), giveUp);
    return work(context);
  });
  try {
    return await Promise.race([running, silence]);
  } catch (error) {
    throw describeError(error);
  }
}

/** The answer; after too long a silence the wait is given up, and an answer that comes after it leads to nothing more. */
function answered<T>(answer: Promise<T>, giveUp: () => void): Promise<T> {
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    giveUp();
  }, PATIENCE);
  const settle = (finish: () => T): T => {
    clearTimeout(timer);
    if (isLate) throw noAnswer();
    return finish();
  };
  return answer.then(
    (value) => settle(() => value),
    (error: unknown) =>
      settle(() => {
        throw error;
      }),
  );
}

function noAnswer(): Problem {
  return new Problem("no-answer", {
    "zh-CN": "Excel 一直没有回应，可能正在编辑单元格或开着对话框。请按 Esc 键结束编辑、关闭对话框，再重新读取，看清楚是否已经写入后再试。",
    en: "Excel does not answer: perhaps a cell is being edited or a dialog is open. Press Esc, close the dialog, then read again to see whether it was written, and retry.",
  });
}
