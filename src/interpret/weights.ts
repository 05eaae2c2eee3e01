/** How much each kind of evidence counts: few, named, and set by `npm run calibrate`. */
export interface Weights {
  /** A header level's words, from the lowest up. */
  levels: readonly number[];
  /** A title's or sheet name's words, where no header says a role itself. */
  title: number;
  /** Cells that are per cent. */
  percent: number;
  /** Cells that are dates or words where figures should be. */
  noFigures: number;
  /** What nothing speaks for. */
  none: number;
  /** rate = done ÷ target, for each of the three by itself. */
  law: number;
  /** The same where all three are read so, of one subject. */
  lawTogether: number;
  /** Worded like a slot that a law explains. */
  parallel: number;
  /** A target, then done, then its rate. */
  order: number;
  /** A subject that the slot's own headers name. */
  ownSubject: number;
  /** The subject of the slot before, under the same band. */
  carried: number;
  /** The same where the own words are within its. */
  within: number;
  /** What the title is about. */
  about: number;
  /** Another period than the figures' own. */
  otherPeriod: number;
  /** A part of the year where the whole is meant, or an earlier year. */
  lesserPeriod: number;
  /** A sum before what it is the sum of. */
  sum: number;
  /** A word that names a measure of the backlog, in a band of them. */
  backlogBand: number;
}

export const WEIGHTS: Weights = {
  levels: [1, 0.6, 0.4, 0.3, 0.25, 0.2],
  title: 1.6,
  percent: 3,
  noFigures: 4,
  none: 0.6,
  law: 1.8,
  lawTogether: 2.5,
  parallel: 1.5,
  order: 0.3,
  ownSubject: 1,
  carried: 1,
  within: 1.3,
  about: 0.8,
  otherPeriod: 6,
  lesserPeriod: 2.5,
  sum: 0.4,
  backlogBand: 1,
};

/** Readings that lie closer than this are asked of the clerk. */
export const CLOSE = 0.35;
