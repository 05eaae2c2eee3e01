export * from "./gazetteer";
export * from "./names";
export { loadNationalList } from "./national-list";
export * from "./resolve";
