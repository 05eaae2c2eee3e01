/** How far a reading is, told once it has taken a while. */
export interface ReadShare {
  /** @param share what is done, 0 to 1; 0 as the reading begins */
  progress(share: number): void;
  /** The reading is over, or was given up: nothing more is told. */
  end(): void;
}

/**
 * Follows a reading from its first sign: waiting for Excel to start and for the code that reads is none.
 * @param quick readings shorter than this, in milliseconds, tell nothing
 * @param tell called with each share, not with 0
 */
export function followReading(quick: number, tell: (share: number) => void): ReadShare {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest = 0;
  let isLong = false;
  const tellLatest = () => isLong && latest > 0 && tell(latest);
  return {
    progress(share) {
      timer ??= setTimeout(() => {
        isLong = true;
        tellLatest();
      }, quick);
      latest = share;
      tellLatest();
    },
    end: () => clearTimeout(timer),
  };
}
