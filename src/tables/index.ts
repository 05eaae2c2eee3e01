export {
  correctionsIn,
  headersKey,
  tableKey,
  withCorrection,
  withoutCorrection,
  type ColumnSetting,
  type Correction,
  type TableKey,
} from "./corrections";
export * from "./read-workbook";
export { allUnits, gazetteerOf, loadNationalList, shortRegion, type Gazetteer } from "../regions";
export type { CellValue } from "../cells";
export * from "./snapshot";
