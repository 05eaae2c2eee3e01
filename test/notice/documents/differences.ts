/** One difference between two texts: what the first has and what stands in its place in the second. */
export interface Difference {
  first: string;
  second: string;
}

/** Equal stretches shorter than this between two differences belong to one difference. */
const SHORTEST_EQUAL = 2;

/** The differences of two texts, in order, by the longest common subsequence of their characters. */
export function differences(first: string, second: string): Difference[] {
  const [a, b] = [[...first], [...second]];
  const common = commonLengths(a, b);
  const found: Difference[] = [];
  let open: Difference | null = null;
  let equal = "";
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      equal += a[i];
      i++;
      j++;
      continue;
    }
    if (open && equal.length < SHORTEST_EQUAL) open = join(found, open, equal);
    else open = start(found);
    equal = "";
    if (j >= b.length || (i < a.length && (common[i + 1]?.[j] ?? 0) >= (common[i]?.[j + 1] ?? 0))) open.first += a[i++] ?? "";
    else open.second += b[j++] ?? "";
  }
  return found;
}

function start(found: Difference[]): Difference {
  const difference = { first: "", second: "" };
  found.push(difference);
  return difference;
}

function join(found: Difference[], open: Difference, equal: string): Difference {
  open.first += equal;
  open.second += equal;
  return found.at(-1) ?? open;
}

/** common[i][j]: the longest common subsequence of what follows i and j. */
function commonLengths(a: readonly string[], b: readonly string[]): number[][] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const row = lengths[i] ?? [];
      row[j] = a[i] === b[j] ? (lengths[i + 1]?.[j + 1] ?? 0) + 1 : Math.max(lengths[i + 1]?.[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return lengths;
}
