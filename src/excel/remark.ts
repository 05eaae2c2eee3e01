/** What a write that succeeded could not do, for the pane to say. */
export interface Remark {
  kind:
    /** The page of these sheets is not set up: no printer, or one that does not answer. */
    | "page"
    /** These sheets have conditional formats that Excel does not let an add-in read: they count as the staff's. */
    | "rules-unread"
    /** Earlier marks on these sheets stay, because Excel does not delete them. */
    | "marks-stay"
    /** These sheets are not marked, because nothing can be learned of their conditional formats. */
    | "not-marked";
  sheets: string[];
}

/** A remark where there is something to say. */
export function remarkOn(kind: Remark["kind"], sheets: readonly string[]): Remark[] {
  return sheets.length === 0 ? [] : [{ kind, sheets: [...new Set(sheets)] }];
}
