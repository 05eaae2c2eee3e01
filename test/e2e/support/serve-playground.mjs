import { buildIfStale } from "../../../excel-host/bin/build.mjs";
import { servePlayground } from "../../../excel-host/bin/serve.mjs";
import tellMachine from "../../machine-jest.mjs";

/**
 * Jest's global set-up of the end-to-end tests: what the machine has, and the built playground
 * served; its address stands in the environment variable PLAYGROUND.
 *
 * A file of its own: jest runs a set-up that several projects name only once, for the first of them.
 */
export default async function setUp() {
  tellMachine();
  await buildIfStale();
  const server = await servePlayground(0);
  process.env.PLAYGROUND = server.address;
  globalThis.closePlayground = server.close;
}
