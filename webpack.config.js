/**
 * Two builds.
 *
 * `webpack --mode production` writes the add-in to dist/: static files for any https server.
 *   --env address=https://host/path/   the address stamped into dist/manifest.xml
 *   --env officeJs=https://…/office.js another of Microsoft's hosts (21Vianet customers)
 *   --env officeJs=local               the genuine files copied into dist/office/, for networks without internet
 *   --env support=https://…            where staff are sent for help; the pane's own address if left out
 * `webpack --env playground` writes the page that plays Excel to build/playground/.
 */
const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const MinimizerPlugin = require("minimizer-webpack-plugin");
const { BannerPlugin, Compilation } = require("webpack");
const LicencesPlugin = require("./licences-plugin.js");
const { version } = require("./package.json");

const DEVELOPMENT_ADDRESS = "https://localhost:3000/";
const STYLES_LOADER = path.resolve("styles-loader.js");
const SHARED_JSZIP_LOADER = path.resolve("shared-jszip-loader.js");
const OFFICE_JS = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
/** What is wanted for the first reading, as the imports name it, and the file that all of it comes in. */
const AT_START = "at-start";
const FIRST_READING = "first-reading";
/** Where a build with `--env officeJs=local` has Microsoft's files. */
const LOCAL_OFFICE_JS = "office/office.js";

module.exports = async (env = {}, argv = {}) => {
  const mode = argv.mode ?? "production";
  return env.playground ? playground(mode) : addIn(mode, env);
};

/** The add-in as it is deployed. */
async function addIn(mode, env) {
  const address = withSlash(env.address ?? DEVELOPMENT_ADDRESS);
  const isLocal = env.officeJs === "local";
  const officeJs = isLocal ? LOCAL_OFFICE_JS : (env.officeJs ?? OFFICE_JS);
  // Whom to ask where office.js does not come.
  const officeHost = new URL(officeJs, address).hostname;
  return {
    ...common(mode, "add-in"),
    entry: { taskpane: "./src/taskpane/index.tsx" },
    output: output("dist"),
    plugins: [
      new HtmlPlugin({
        filename: "taskpane.html",
        template: "./src/taskpane/taskpane.html",
        templateParameters: { officeJs, policy: contentSecurityPolicy(officeJs) },
        chunks: ["taskpane"],
      }),
      new CopyPlugin({
        patterns: [
          { from: "assets/**/*.png" },
          { from: "src/taskpane/startup-watch.js", to: "[name][ext]", transform: (source) => String(source).replaceAll(new URL(OFFICE_JS).hostname, officeHost) },
          { from: "manifest.xml", transform: (source) => stamp(String(source), address, env.support) },
          ...(isLocal ? localOfficeJs() : []),
        ],
      }),
      new LicencesPlugin(),
      compiledWhileLoading(),
    ],
    // The compiler that the tests and webpack use already, ten times as fast as webpack's own minimizer.
    optimization: {
      minimizer: [new MinimizerPlugin({ minify: MinimizerPlugin.swcMinify, extractComments: false })],
      splitChunks: { cacheGroups: { firstReading: { name: FIRST_READING, chunks: "async", test: isAtStart, enforce: true, priority: 1 } } },
    },
    // test/e2e/first-load.test.ts holds the compressed sum of what the pane fetches first.
    performance: { hints: false },
    ...(env.WEBPACK_SERVE ? { devServer: await devServer() } : {}),
  };
}

/**
 * Tells Chromium's engines to compile all functions of the scripts that run as the pane opens while these come in,
 * beside the page's own thread, instead of each on it when it is first called. Others take it for a comment.
 */
function compiledWhileLoading() {
  // After what makes the scripts small, which takes comments out.
  const stage = Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_SIZE + 1;
  return new BannerPlugin({ banner: "//# allFunctionsCalledOnLoad", raw: true, include: [/^taskpane\./, new RegExp(`^${FIRST_READING}\\.`)], stage });
}

/** Whether a module is wanted for the first reading: all of it comes in one file, whatever of it other parts want too. */
function isAtStart(module, { chunkGraph }) {
  return [...chunkGraph.getModuleChunksIterable(module)].some(({ name }) => name === AT_START);
}

/**
 * The genuine office.js with all that it fetches for Excel: one file a platform, Office's words in the languages of the
 * pane, and the telemetry script, which it asks for and which then finds nobody to tell.
 */
function localOfficeJs() {
  const from = path.resolve("node_modules/@microsoft/office-js/dist");
  const names = ["office.js", "o15apptofilemappingtable.js", "excel-*16.*.js", "{zh-cn,en-us}/office_strings.js", "telemetry/*.js", "ariatelemetry/*.js"];
  return names.map((name) => ({ from: name, context: from, to: "office/", info: { minimized: true }, globOptions: { ignore: ["**/*.debug.js"] } }));
}

/** The workbook grid, ribbon and pane of excel-host, for machines without Excel. */
function playground(mode) {
  return {
    ...common(mode, "playground"),
    entry: { playground: "./excel-host/playground/index.ts" },
    output: output("build/playground"),
    plugins: [
      new HtmlPlugin({ filename: "index.html", template: "./excel-host/playground/index.html" }),
      new CopyPlugin({
        patterns: [
          { from: "samples/*.xlsx", to: "samples/[name][ext]", noErrorOnMissing: true },
          { from: "excel-host/playground/{playground.css,bridge.js}", to: "[name][ext]" },
          ...univer(),
        ],
      }),
    ],
    // Served to this machine alone: it need not be small.
    optimization: { minimize: false },
    performance: { hints: false },
  };
}

/** Univer's prebuilt scripts and styles, under the names that grid/univer.ts loads them by. */
function univer() {
  const modules = path.resolve("node_modules");
  const file = (from, name) => ({ from: path.join(modules, from), to: `univer/${name}`, info: { minimized: true } });
  const parts = [
    ...["protocol", "themes", "core", "telemetry", "rpc", "engine-formula", "engine-render"],
    ...["design", "ui", "docs", "drawing", "docs-ui", "sheets", "sheets-ui"],
  ];
  const scripts = parts.map((part) => file(`@univerjs/${part}/lib/umd/index.js`, `${part}.js`));
  const words = ["design", "ui", "docs-ui", "sheets", "sheets-ui"].flatMap((part) =>
    ["zh-CN", "en-US"].map((language) =>
      file(`@univerjs/${part}/lib/umd/locale/${language}.js`, `${part}.${language}.js`),
    ),
  );
  const styles = ["design", "ui", "docs-ui", "sheets-ui"].map((part) =>
    file(`@univerjs/${part}/lib/index.css`, `${part}.css`),
  );
  return [
    file("rxjs/dist/bundles/rxjs.umd.min.js", "rxjs.js"),
    file("@wendellhu/redi/dist/umd/index.js", "redi.js"),
    file("@wendellhu/redi/dist/umd/react-bindings/index.js", "redi-react-bindings.js"),
    ...scripts,
    ...words,
    ...styles,
  ];
}

function common(mode, name) {
  // Griffel's warnings of styles that do not hold together come at run time: development keeps them.
  const workedOut = mode === "production" ? [STYLES_LOADER] : [];
  return {
    name,
    mode,
    target: ["web", "es2020"],
    // No eval in either mode: the content security policy forbids it.
    devtool: mode === "production" ? false : "source-map",
    resolve: { extensions: [".tsx", ".ts", ".js"] },
    module: {
      rules: [
        // Importing a room's index.ts brings in only what is used of it: no module of ours acts by being imported.
        { test: /\.tsx?$/, exclude: /node_modules/, sideEffects: false, use: [...workedOut, { loader: "swc-loader", options: swc(mode) }] },
        { test: /[\\/]docx[\\/]dist[\\/]index\.mjs$/, loader: SHARED_JSZIP_LOADER },
        { test: /\.styles\.js$/, include: /@fluentui/, use: workedOut },
        { test: /\.(svg|png)$/, type: "asset/resource" },
        { test: /\.(xml|css|liquid)$/, type: "asset/source" },
      ],
    },
    cache: { type: "filesystem", cacheDirectory: path.resolve("build/.webpack"), name: `${name}-${mode}`, buildDependencies: { config: [__filename, STYLES_LOADER, SHARED_JSZIP_LOADER] } },
    stats: "errors-warnings",
  };
}

function output(folder) {
  return {
    path: path.resolve(folder),
    filename: "[name].[contenthash:8].js",
    chunkFilename: "[name].[contenthash:8].js",
    assetModuleFilename: "assets/[name].[contenthash:8][ext]",
    clean: true,
  };
}

function swc(mode) {
  return {
    jsc: {
      parser: { syntax: "typescript", tsx: true },
      transform: { react: { runtime: "automatic", development: mode !== "production" } },
      target: "es2020",
    },
  };
}

/** The manifest for one address: its https addresses, where help is to be had, and the product's version put in. */
function stamp(manifest, address, support) {
  if (support !== undefined && !/^https:\/\//.test(support)) throw new Error(`support must begin with https://: ${support}`);
  return manifest
    .replace(/(<SupportUrl DefaultValue=")[^"]*/, (all, before) => (support === undefined ? all : before + support))
    .replaceAll(DEVELOPMENT_ADDRESS, address)
    .replace(/<Version>[^<]*<\/Version>/, `<Version>${version}.0</Version>`);
}

/**
 * What the pane may load and reach: itself and Microsoft's office.js, never eval.
 * Fluent UI inserts its style elements at run time, hence 'unsafe-inline' for styles alone.
 */
function contentSecurityPolicy(officeJs) {
  const office = /^https:/.test(officeJs) ? new URL(officeJs).origin : "";
  return [
    "default-src 'none'",
    `script-src 'self' ${office}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src 'self' ${office}`,
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ]
    .map((rule) => rule.trim())
    .join("; ");
}

/** `npm run dev`: the add-in from memory over https, with the certificate Office trusts. */
async function devServer() {
  const { getHttpsServerOptions } = require("office-addin-dev-certs");
  return {
    host: "localhost",
    port: 3000,
    server: { type: "https", options: await getHttpsServerOptions() },
    headers: { "Access-Control-Allow-Origin": "*" },
    hot: false,
    static: false,
  };
}

function withSlash(address) {
  if (!/^https:\/\//.test(address)) {
    throw new Error(`address must begin with https://, Excel loads nothing else: ${address}`);
  }
  return address.endsWith("/") ? address : `${address}/`;
}
