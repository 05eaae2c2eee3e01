export { drawChart } from "./draw";
export type { Picture, Point, Shape, TextShape } from "./shapes";
export { textOf } from "./words";
