import path from "node:path";
import webpack from "webpack";
import config from "../../webpack.config.js";

const root = path.resolve(__dirname, "../..");

/**
 * A module built as the add-in is built for staff, for this process: what the compiler of a development run puts
 * between modules is not measured.
 * @param file from the project's root
 * @returns what the module exports
 * @throws Error with the builder's words where it does not build
 */
export async function asShipped<T>(file: string): Promise<T> {
  const { module, resolve } = await config({}, { mode: "production" });
  const target = path.join(root, "build/bench");
  const compiler = webpack({
    mode: "production",
    target: "node20",
    context: root,
    entry: path.join(root, file),
    module,
    resolve,
    externals: { arquero: "commonjs arquero" },
    output: { path: target, filename: "bench.js", library: { type: "commonjs2" } },
    performance: false,
  });
  await new Promise<void>((done, fail) => {
    compiler.run((error, stats) => {
      if (error || stats?.hasErrors()) fail(error ?? new Error(stats?.toString("errors-only")));
      else done();
    });
  });
  return import(path.join(target, "bench.js")) as Promise<T>;
}
