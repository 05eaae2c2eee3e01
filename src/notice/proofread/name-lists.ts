import type { Outline, Position } from "./outline";
import { isJoint, isWord, type RegionToken, type DraftToken } from "./token";

/** Regions named in a row: 交城、兴县、石楼. */
export interface NameList {
  names: readonly RegionToken[];
  /** Index of the first and the last name among the tokens. */
  first: number;
  last: number;
  /** Index of its last token: the bracket that closes what is said of the last name, where one does. */
  end: number;
  position: Position;
  /** 等 follows: not all are named. */
  open: boolean;
  /** 仅 or 只有 stands before. */
  only: boolean;
  /** 除 stands before: the others are spoken of. */
  excepted: boolean;
}

/** Finds every list of names, single names included. */
export function nameListsIn({ tokens, positions }: Outline): NameList[] {
  const lists: NameList[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const names: RegionToken[] = [];
    let at = index;
    for (let token = tokens[at]; token?.kind === "region"; token = tokens[at]) {
      names.push(token);
      const next = pastBracket(tokens, at) + 1;
      if (!isJoint(tokens[next]) || tokens[next + 1]?.kind !== "region") break;
      at = next + 1;
    }
    const position = positions[index];
    if (names.length === 0 || !position) continue;
    const before = tokens.slice(Math.max(0, index - 2), index).filter((token) => !isWord(token, "level"));
    const end = pastBracket(tokens, at);
    lists.push({
      names,
      first: index,
      last: at,
      end,
      position,
      open: isWord(tokens[end + 1], "etc"),
      only: before.some((token) => isWord(token, "only")),
      excepted: before.some((token) => isWord(token, "except")),
    });
    index = at;
  }
  return lists;
}

/** The place of the bracket that closes what is said of a name (柳林（69.99%）); its own place where none opens. */
function pastBracket(tokens: readonly DraftToken[], at: number): number {
  if (tokens[at + 1]?.text !== "（") return at;
  const close = tokens.findIndex((token, index) => index > at && (token.text === "）" || token.text === "\n" || token.kind === "region"));
  return tokens[close]?.text === "）" ? close : at;
}

/** The tokens of a list's part after it. */
export function afterList({ end, position }: NameList, { tokens, positions }: Outline): DraftToken[] {
  const after: DraftToken[] = [];
  for (let at = end + 1; at < tokens.length && positions[at]?.part === position.part; at++) {
    const token = tokens[at];
    if (!token || token.kind === "mark" || token.kind === "region") break;
    after.push(token);
  }
  return after;
}

/** The tokens of a list's part before it. */
export function beforeList({ first, position }: NameList, { tokens, positions }: Outline): DraftToken[] {
  const before: DraftToken[] = [];
  const part = opensAfterColon(tokens, first) ? positions[first - 1]?.part : position.part;
  for (let at = first - 1; at >= 0 && positions[at]?.part === part; at--) {
    const token = tokens[at];
    if (!token || (token.kind === "mark" && !/[、：]/.test(token.mark))) break;
    before.unshift(token);
  }
  return before;
}

/** 零开工的有：丙区; the words that lead to the names stand before the colon. */
function opensAfterColon(tokens: readonly DraftToken[], first: number): boolean {
  return tokens[first - 1]?.text === "：";
}
