import type { LedgerRow } from "./ledger-rows";

/** The projects of a ledger, those of one region, type and role told together: what one says of a column all say. */
export interface LedgerGroups {
  /** The first project of each group, in the order in which they are met. */
  heads: LedgerRow[];
  /** The group of each project, an index into `heads`; same length as the projects. */
  of: number[];
}

/** Groups the projects of a ledger; a long one has few groups and many rows. */
export function groupProjects(projects: readonly LedgerRow[]): LedgerGroups {
  const heads: LedgerRow[] = [];
  const known = new Map<LedgerRow["type"], Map<string, number>>();
  const of = projects.map((project) => {
    const { region, type, role } = project;
    let ofType = known.get(type);
    if (!ofType) known.set(type, (ofType = new Map()));
    const key = role === null ? (region ?? "") : `${region} ${role}`;
    let group = ofType.get(key);
    if (group === undefined) ofType.set(key, (group = heads.push(project) - 1));
    return group;
  });
  return { heads, of };
}
