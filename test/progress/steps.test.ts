import { runInStretches, runSteps, type Steps } from "../../src/progress";

function* counting(to: number): Steps<number> {
  for (let at = 0; at < to; at++) yield;
  return to;
}

describe("work in steps", () => {
  test("comes to the same result at once, in stretches and with a pause after each step", async () => {
    expect(runSteps(counting(5))).toBe(5);
    expect(await runInStretches(counting(5))).toBe(5);
    expect(await runInStretches(counting(5), { stretch: 0 })).toBe(5);
  });

  test("pauses after a stretch and not within it", async () => {
    const pause = jest.fn(() => Promise.resolve());
    await runInStretches(counting(5), { pause, stretch: 0 });
    expect(pause).toHaveBeenCalledTimes(5);
    pause.mockClear();
    await runInStretches(counting(5), { pause, stretch: 60_000 });
    expect(pause).not.toHaveBeenCalled();
  });

  test("ends where the pause says that it is no longer wanted", async () => {
    await expect(runInStretches(counting(5), { pause: () => Promise.reject(new Error("cancelled")), stretch: 0 })).rejects.toThrow("cancelled");
  });
});
