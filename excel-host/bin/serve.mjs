import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import sirv from "sirv";
import { root } from "./packages.mjs";

const HERE = "127.0.0.1";
/** The address of Microsoft's library in the built pane, as script and in the security policy. */
const OFFICE_SCRIPT = /<script src="?(https:\/\/[^">\s]+\/office\.js)"?><\/script>/;
const OFFICE_HERE = "/office-js/office.js";

/**
 * Serves the playground to this machine alone, over plain http.
 *
 *   /            the playground
 *   /pane/       the add-in as it is in dist/, except that taskpane.html loads office.js from here
 *   /office-js/  Microsoft's office.js
 *
 * @param wanted the port to try first; 0 takes any free one
 * @param next true: take the next free port where `wanted` is in use
 * @returns the address, ending in "/", and what stops serving
 * @throws the listening error, when the port cannot be had
 */
export async function servePlayground(wanted, next = true) {
  const options = { etag: true, dev: true };
  const playground = sirv(path.join(root, "build/playground"), options);
  const pane = sirv(path.join(root, "dist"), options);
  const office = sirv(path.join(root, "node_modules/@microsoft/office-js/dist"), options);

  const server = createServer((request, response) => {
    const missing = () => response.writeHead(404).end();
    if (!isThisMachine(request.headers.host)) {
      response.writeHead(403).end();
      return;
    }
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, { Allow: "GET, HEAD" }).end();
      return;
    }
    const url = addressOf(request.url);
    if (url === null) response.writeHead(400).end();
    else if (url.pathname === "/pane/taskpane.html") {
      response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" });
      response.end(panePage());
    } else if (url.pathname.startsWith("/pane/")) {
      request.url = request.url?.slice("/pane".length);
      pane(request, response, missing);
    } else if (url.pathname.startsWith("/office-js/")) {
      request.url = request.url?.slice("/office-js".length);
      office(request, response, missing);
    } else {
      playground(request, response, missing);
    }
  });

  const port = await listen(server, wanted, next ? 50 : 0);
  return {
    address: `http://${HERE}:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

/** What a request asks for; null where it is no address (`//[`). */
function addressOf(asked = "/") {
  const address = `http://${HERE}/${asked.replace(/^\/+/, "")}`;
  return URL.canParse(address) ? new URL(address) : null;
}

/** The built pane, its office.js from here. */
function panePage() {
  return withOfficeFromHere(readFileSync(path.join(root, "dist/taskpane.html"), "utf8"), "/bridge.js");
}

/**
 * A built page with its one outside address replaced: the script that plays Excel's side goes first, then office.js
 * from this server; the security policy loses Microsoft's host.
 *
 * @param built the page's text
 * @param bridge the address of the script that plays Excel's side
 */
export function withOfficeFromHere(built, bridge) {
  const script = OFFICE_SCRIPT.exec(built);
  if (!script) throw new Error("the built page does not load office.js");
  return built
    // Excel's side is there before the page; here it is at least asked for first.
    .replace("<head>", `<head><link rel="preload" as="script" href="${bridge}">`)
    .replace(script[0], `<script src="${bridge}"></script>${script[0]}`)
    .replaceAll(script[1], OFFICE_HERE)
    .replaceAll(new URL(script[1]).origin, "");
}

/** Only by this machine's own names: a page elsewhere cannot reach us under a name of its own. */
function isThisMachine(host = "") {
  return /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host);
}

async function listen(server, first, tries) {
  for (let port = first; ; port += 1) {
    try {
      await new Promise((resolve, reject) => {
        server.once("error", reject);
        server.listen(port, HERE, () => {
          server.off("error", reject);
          resolve();
        });
      });
      return server.address().port;
    } catch (error) {
      if (error.code !== "EADDRINUSE" || port >= first + tries) throw error;
    }
  }
}
