/** A table of an attachment, as it is to stand in Word: plain data. */
export interface AttachmentTable {
  /** 附件1; "" for a form of no number. */
  label: string;
  title: string;
  /** Who reports, the day, the units: left, centre, right. */
  caption: string[];
  /** In points, as the sheet has them for its font; the page takes their proportions. */
  columnWidths: number[];
  /** Of the sheet's table, in points. */
  fontSize: number;
  /** Rows that are repeated on each page. */
  header: AttachmentCell[][];
  body: AttachmentCell[][];
  /** Lines under the table. */
  notes: string[];
}

/** A cell of an attachment's table; cells that others cover are left out. */
export interface AttachmentCell {
  text: string;
  rowSpan: number;
  columnSpan: number;
  bold: boolean;
  align: "left" | "center" | "right";
}
