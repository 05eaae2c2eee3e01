import { codeOf } from "./files";
import { InputError } from "./input-error";

/**
 * Prints to standard output or error, and waits until it is taken. A reader that has gone (`| head`) is no fault.
 * @throws InputError where it cannot be written, as on a full disk
 */
export async function print(stream: NodeJS.WriteStream, text: string): Promise<void> {
  if (text === "") return;
  const failure = await new Promise<Error | null>((resolve) => {
    stream.once("error", resolve);
    stream.write(text, (error) => {
      stream.off("error", resolve);
      resolve(error ?? null);
    });
  });
  const code = failure && codeOf(failure);
  if (failure && code !== "EPIPE") {
    throw new InputError(`标准输出写不进去（${code}）`, `standard output cannot be written (${code})`, { cause: failure });
  }
}
