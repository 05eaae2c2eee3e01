export * from "./indicator-words";
export * from "./role-words";
export * from "./special-words";
