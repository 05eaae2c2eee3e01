export * from "./band";
export * from "./columns";
export { isWords } from "./column-roles";
