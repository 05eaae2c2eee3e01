export * from "./candidate";
export * from "./forms";
export * from "./label-runs";
export { readCandidate } from "./read-candidate";
export { isLedger, readLedger } from "./ledger";
export { readForm } from "./read-form";
export * from "./table-reading";
export * from "./transposed";
