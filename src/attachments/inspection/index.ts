export { auditColumns } from "./audit-columns";
export { backlogColumns } from "./backlog-columns";
export { continuingColumns } from "./continuing-columns";
export { noteColumns } from "./note-columns";
