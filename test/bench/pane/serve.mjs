import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import sirv from "sirv";
import { root } from "../../../excel-host/bin/packages.mjs";
import { withOfficeFromHere } from "../../../excel-host/bin/serve.mjs";
import { paneAddress } from "../../../excel-host/browser/index.ts";
import { ExcelHost } from "../../../excel-host/index.ts";

const SAMPLE = path.join(root, "samples/lvliang-2021-04.xlsx");

/** The folders that hold a page to be measured. */
const PAGES = { pane: path.join(root, "dist"), template: path.join(root, "build/bench-pane") };

/**
 * Serves the pane and the template's page to this machine, each with the same office.js and the same Excel behind it:
 * the sample workbook, held by this process and asked at /excel.
 *
 * @returns the pages' addresses, what opens the sample anew, and what stops serving
 */
export async function serve() {
  let host = ExcelHost.blank();
  const folders = Object.entries({ ...PAGES, "office-js": path.join(root, "node_modules/@microsoft/office-js/dist"), bench: PAGES.template }).map(
    ([name, folder]) => ({ prefix: `/${name}/`, answer: sirv(folder, { dev: true }) }),
  );
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://127.0.0.1");
    const page = Object.keys(PAGES).find((name) => pathname === `/${name}/taskpane.html`);
    if (pathname === "/excel") return void ask(host, request, response);
    if (page) {
      const built = readFileSync(path.join(PAGES[page], "taskpane.html"), "utf8");
      response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(withOfficeFromHere(built, "/bench/host.js"));
      return;
    }
    const missing = () => void response.writeHead(404).end();
    const folder = folders.find(({ prefix }) => pathname.startsWith(prefix));
    if (!folder) return missing();
    request.url = request.url?.slice(folder.prefix.length - 1);
    folder.answer(request, response, missing);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  return {
    addressOf: (page) => paneAddress(`http://127.0.0.1:${port}/${page}/taskpane.html`, host),
    async openWorkbook() {
      host = await ExcelHost.open(readFileSync(SAMPLE), { fileName: path.basename(SAMPLE) });
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function ask(host, request, response) {
  const parts = [];
  for await (const part of request) parts.push(part);
  response.writeHead(200, { "Content-Type": "text/plain; charset=utf-8" }).end(await host.execute(Buffer.concat(parts).toString("utf8")));
}
