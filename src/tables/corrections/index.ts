export * from "./apply";
export * from "./correction";
export { correctionsIn } from "./parse";
