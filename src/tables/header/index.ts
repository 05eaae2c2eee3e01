export * from "./band";
export { captionAt, isCaption, namesDay, type Caption } from "./captions";
