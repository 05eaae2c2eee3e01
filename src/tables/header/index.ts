export * from "./band";
export * from "./columns";
