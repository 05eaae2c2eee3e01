import { followReading } from "../../../src/taskpane/store/read-share";

describe("how far a reading is", () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  const QUICK = 500;
  const followed = () => {
    const told: number[] = [];
    return { told, ...followReading(QUICK, (share) => told.push(share)) };
  };

  test("is told from the moment on that it takes long, the latest share at once", () => {
    const { told, progress } = followed();
    progress(0);
    progress(0.2);
    progress(0.4);
    jest.advanceTimersByTime(QUICK);
    progress(0.6);
    expect(told).toEqual([0.4, 0.6]);
  });

  test("is not told of a quick reading, nor of one that was ended", () => {
    const { told, progress, end } = followed();
    progress(0);
    progress(0.9);
    end();
    jest.advanceTimersByTime(QUICK * 2);
    expect(told).toEqual([]);
  });

  test("counts from the reading's first sign, not from when it was asked for", () => {
    const { told, progress } = followed();
    jest.advanceTimersByTime(QUICK * 10);
    progress(0);
    progress(0.3);
    expect(told).toEqual([]);
  });

  test("is nothing while Excel has told nothing", () => {
    const { told, progress } = followed();
    progress(0);
    jest.advanceTimersByTime(QUICK * 10);
    expect(told).toEqual([]);
    progress(0.1);
    expect(told).toEqual([0.1]);
  });
});
