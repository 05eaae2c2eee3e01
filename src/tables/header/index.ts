export * from "./band";
