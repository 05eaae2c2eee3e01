import { describeError, watchChanges as watchCells, type StopWatching } from "../excel";
import type { Reading } from "./read-report";

/**
 * Tells when cells that a reading was taken from are changed, so that its figures may no longer hold.
 * @param latest the reading that is being shown; null: none, nothing can go stale
 * @throws Problem where Excel does not let the add-in listen
 */
export async function watchChanges(latest: () => Reading | null, stale: () => void): Promise<StopWatching> {
  try {
    return await watchCells((sheetId) => {
      const sheet = latest()?.state.sheets.find(({ id }) => id === sheetId);
      if (sheet?.key === null) stale();
    });
  } catch (error) {
    throw describeError(error);
  }
}
