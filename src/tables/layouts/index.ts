export * from "./candidate";
export * from "./label-runs";
export * from "./read-candidate";
