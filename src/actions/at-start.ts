/** What the pane does before anybody asks for anything; it comes without the code of all other actions. */
export { readReport } from "./read-report";
export { watchChanges } from "./watch-changes";
