import { askProbes, withExcel, type SelfCheck } from "../excel";

/**
 * 自检: asks this Excel whether it does what the add-in rests on, on a scratch sheet that goes afterwards.
 * @param progress told how many of the probes are done
 */
export async function selfCheck(progress?: (done: number) => void): Promise<SelfCheck> {
  return withExcel((context) => askProbes(context, progress));
}

/** The answers as plain text to be sent to whoever looks after the add-in: no word of the staff's is in it. */
export function selfCheckReport({ platform, version, results, cleared }: SelfCheck): string {
  const held = results.filter(({ holds }) => holds);
  return [
    `住房保障进度通报 自检 self-check`,
    `Excel ${version}, ${platform}`,
    `${held.length}/${results.length}${cleared ? "" : ", scratch sheet left"}`,
    ...results
      .filter(({ holds }) => !holds)
      .map(({ id, claim, expected, answer }) => `✗ ${id}: ${claim["zh-CN"]} / ${claim.en}\n  expected ${expected}\n  answered ${answer}`),
    ...held.map(({ id }) => `✓ ${id}`),
  ].join("\n");
}
