export * from "./gazetteer";
export * from "./labels";
export * from "./likely-names";
export * from "./names";
export { loadNationalList } from "./national-list";
export * from "./resolve";
