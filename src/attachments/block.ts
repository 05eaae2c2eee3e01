/** A block of a planned sheet; row and column count from 0. */
export interface PlannedBlock {
  row: number;
  column: number;
  rowCount: number;
  columnCount: number;
}
