import { spawn, type ChildProcess } from "node:child_process";
import { connect } from "node:net";
import path from "node:path";
import { pathToFileURL } from "node:url";

const SERVER = pathToFileURL(path.resolve(__dirname, "../../excel-host/bin/serve.mjs")).href;

let server: ChildProcess;
let port: number;
beforeAll(async () => {
  server = spawn(process.execPath, ["--input-type=module", "-e", `const { servePlayground } = await import(${JSON.stringify(SERVER)}); console.log((await servePlayground(0)).address);`]);
  port = await new Promise<number>((resolve, reject) => {
    server.stdout?.on("data", (text: Buffer) => resolve(Number(new URL(String(text).trim()).port)));
    server.stderr?.on("data", (text: Buffer) => reject(new Error(String(text))));
  });
});
afterAll(() => server.kill());

/** The status that the server answers a request line with. */
function statusOf(line: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(`${line} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`));
    let answer = "";
    socket.on("data", (text) => (answer += String(text)));
    socket.on("error", reject);
    socket.on("close", () => resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0)));
  });
}

describe("the playground's server goes on, whatever it is asked for", () => {
  test.each(["GET //[", "GET //", "GET /%", "GET /%00", "GET /pane/%E0%A4%A", "GET http://[::1", "GET /../../package.json", "HEAD /nothing"])("%s", async (line) => {
    const status = await statusOf(line);
    expect([200, 400, 403, 404]).toContain(status);
    expect(await statusOf("GET /no-such-page")).toBe(404);
  });
  test.each(["POST", "PUT", "DELETE", "OPTIONS", "PATCH"])("%s is refused", async (method) => {
    expect(await statusOf(`${method} /`)).toBe(405);
  });
});
