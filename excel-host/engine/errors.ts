/** Why bytes are not a workbook that can be opened. */
export type WorkbookErrorKind = "encrypted" | "notWorkbook" | "empty" | "tooLarge";

/** Thrown when bytes cannot be opened as a workbook; `kind` says why. */
export class WorkbookError extends Error {
  constructor(
    readonly kind: WorkbookErrorKind,
    message: string,
  ) {
    super(message);
    this.name = "WorkbookError";
  }
}

/** Excel's own refusal of a call: `code` is the one Office.js hands to the add-in. */
export class ExcelError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = "ExcelError";
  }
}

const MESSAGES: Record<string, string> = {
  AccessDenied: "You cannot perform the requested operation.",
  GeneralException: "There was an internal error while processing the request.",
  InvalidArgument: "The argument is invalid or missing or has an incorrect format.",
  InvalidOperation: "The operation attempted is invalid on the object.",
  InvalidOperationInCellEditMode:
    "Excel is in cell-editing mode. Exit edit mode by pressing Enter or Tab or selecting another cell.",
  InvalidReference: "This reference is not valid for the current operation.",
  InvalidSelection: "The current selection is invalid for this operation.",
  ItemAlreadyExists: "A resource with the same name or identifier already exists.",
  ItemNotFound: "The requested resource doesn't exist.",
  InsertDeleteConflict: "The insert or delete operation attempted resulted in a conflict.",
  ApiNotFound: "The API you are trying to use could not be found.",
  InactiveWorkbook: "The workbook is not active.",
  UnsupportedSheet: "This sheet type does not support this operation.",
  InvalidObjectPath: "The object path is not valid in this request.",
  RequestPayloadSizeLimitExceeded: "The request payload size has exceeded the limit.",
  ResponsePayloadSizeLimitExceeded: "The response payload size has exceeded the limit.",
};

/** The error Excel answers with `code`; `detail` follows Excel's own sentence. */
export function excelError(code: string, detail?: string): ExcelError {
  const message = MESSAGES[code] ?? code;
  return new ExcelError(code, detail ? `${message} (${detail})` : message);
}
