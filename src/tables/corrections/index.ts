export * from "./apply";
export * from "./correction";
