import { finding, type CellAddress, type Finding, type RangeAddress } from "../../progress";
import { headerCellOf, type Frame } from "./frame";

/** unmapped-column: a column with content that no word of its header explains. */
export function unmapped(frame: Frame): Finding[] {
  return frame.columns
    .filter((column) => column.meaning === null && !column.ignorable && column.numbers + column.words + column.doubtful > 0)
    .map((column) => notUsed(column.header, headerCellOf(frame, column.column), column.refusal));
}

/** What is said of a column that is not used. @param refusal why it is none of ours; null where it was not understood */
export function notUsed(header: string, cell: CellAddress | RangeAddress, refusal: string | null): Finding {
  return finding(
    "unmapped-column",
    [cell],
    refusal === null ? `没有认出“${header}”这一列，未使用` : `“${header}”这一列未使用：${refusal}`,
    refusal === null ? `The column “${header}” was not understood and is not used` : `The column “${header}” is not used: its headers, or what stands beside it, rule it out`,
  );
}
