/**
 * `npm start`: installs what is missing, builds what is stale, serves the playground to this
 * machine and prints its address. `--port N` asks for a port; without it 3100 or the next free one.
 */
import { ensurePackages } from "./packages.mjs";

const DEFAULT_PORT = 3100;

ensurePackages();
const { buildIfStale } = await import("./build.mjs");
const { servePlayground } = await import("./serve.mjs");
try {
  const port = askedPort(process.argv.slice(2));
  await buildIfStale();
  const { address } = await servePlayground(port ?? DEFAULT_PORT, port === undefined);
  console.log(address);
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}

/** The port after --port, or undefined. */
function askedPort(args) {
  if (args.length === 0) return undefined;
  const text = args[0].startsWith("--port=") ? args[0].slice("--port=".length) : args[1];
  const port = Number(text);
  if (!args[0].startsWith("--port") || !Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Error(`用法 / Usage: npm start [-- --port 3100]（收到 / got: ${args.join(" ")}）`);
  }
  return port;
}

function explain(error) {
  if (error.code === "EADDRINUSE") {
    return `端口 ${error.port} 已被占用：请用 --port 换一个。 / Port ${error.port} is in use: choose another with --port.`;
  }
  return error.message;
}
