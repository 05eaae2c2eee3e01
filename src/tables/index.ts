export * from "./read-workbook";
export { gazetteerOf, loadNationalList, shortRegion, type Gazetteer } from "./regions";
export * from "./snapshot";
