import { Problem } from "../../../src/excel/problem";
import { putBack } from "../../../src/excel/put-back";

const problem = (code: ConstructorParameters<typeof Problem>[0]) => new Problem(code, { "zh-CN": "没有写入", en: "nothing was written" });

describe("putting back after a failed write", () => {
  test("is not tried where Excel has not answered: what was asked may still be done as a whole", async () => {
    const undo = jest.fn(() => Promise.resolve());
    const failure = problem("no-answer");
    await expect(putBack(failure, undo)).rejects.toBe(failure);
    expect(undo).not.toHaveBeenCalled();
  });

  test("follows any other failure, a problem of our own or Excel's, and gives what it comes to", async () => {
    expect(await putBack(problem("too-large"), () => Promise.resolve(7))).toBe(7);
    expect(await putBack(new Error("GeneralException"), () => Promise.resolve(8))).toBe(8);
  });

  test("is tried again where it fails", async () => {
    const undo = jest.fn<Promise<string>, []>().mockRejectedValueOnce(new Error("busy")).mockRejectedValueOnce(new Error("busy")).mockResolvedValue("put back");
    expect(await putBack(new Error("GeneralException"), undo)).toBe("put back");
    expect(undo).toHaveBeenCalledTimes(3);
  });

  test("ends where Excel answers no more, and says that the write is half done", async () => {
    const undo = jest.fn(() => Promise.reject(problem("no-answer")));
    await expect(putBack(new Error("GeneralException"), undo)).rejects.toMatchObject({ code: "half-written" });
    expect(undo).toHaveBeenCalledTimes(1);
  });
});
