export { drawChart } from "./draw";
export { emfOf } from "./emf";
export type { Picture, Point, Shape, TextShape } from "./shapes";
export { textOf } from "./words";
