import { useEffect, useState } from "react";
import type { Outdated, Reading } from "../../actions";

/** What was found of each reading: the bar and the notice's view ask for the same. */
const FOUND = new WeakMap<Reading, Promise<Outdated>>();

/** What stands in the workbook and is not what would be written now; null until it is known. */
export function useOutdated(reading: Reading): Outdated | null {
  const [found, setFound] = useState<{ reading: Reading; outdated: Outdated } | null>(null);
  useEffect(() => {
    let isWanted = true;
    const finding = FOUND.get(reading) ?? find(reading);
    FOUND.set(reading, finding);
    // Where its code does not arrive nothing is said; it is asked for again with the next reading.
    finding.then((outdated) => isWanted && setFound({ reading, outdated })).catch(() => FOUND.delete(reading));
    return () => {
      isWanted = false;
    };
  }, [reading]);
  return found?.reading === reading ? found.outdated : null;
}

async function find(reading: Reading): Promise<Outdated> {
  const { outdated } = await import("../../actions");
  if (!reading.state.noticeRecord) return outdated(reading, null);
  const { loadNoticeWriter } = await import("../../notice/writer");
  return outdated(reading, await loadNoticeWriter());
}
