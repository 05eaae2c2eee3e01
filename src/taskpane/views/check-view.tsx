import { usePane } from "../store";
import { DraftForm } from "./draft-form";
import { DraftJudged } from "./draft-judged";

/** 校核: a draft of the notice, and what was found in it. */
export default function CheckView() {
  const { draft } = usePane();
  return draft.result ? <DraftJudged text={draft.text} result={draft.result} /> : <DraftForm />;
}
