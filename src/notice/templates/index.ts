/** The forms that come with the add-in. */
export type TemplateId = "standard" | "ranking" | "milestone";

/** A form by its name; its text is loaded with the writer. */
interface StandardTemplate {
  id: TemplateId;
  name: string;
  english: string;
  /** What it is for, in one sentence. */
  description: string;
}

export const STANDARD_TEMPLATES: readonly StandardTemplate[] = [
  { id: "standard", name: "督查通报", english: "Inspection notice", description: "目标任务进展、存在的主要问题、下一步工作意见。" },
  { id: "ranking", name: "排名通报", english: "Ranking notice", description: "各项指标的前三名、后三名，高于和低于平均水平的县（市、区）。" },
  { id: "milestone", name: "节点通报", english: "Milestone notice", description: "对照 6月底50%、8月底80% 等节点要求，达到和未达到的县（市、区）。" },
];
