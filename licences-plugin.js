/** A webpack plugin that writes the licences of all packages whose code a build holds into one of its files. */
const fs = require("node:fs");
const path = require("node:path");

const FILE = "licences.txt";
const LICENCE_FILE = /^(?:licen[cs]e|copying)(?:[.-]|$)/i;
/** Packages that others carry within their own files say so in the comments that bundlers leave. */
const CARRIED = /^\/\/#region node_modules\/((?:@[^/\n]+\/)?[^/\n]+)\//gm;
const RULE = "=".repeat(80);

module.exports = class LicencesPlugin {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap("LicencesPlugin", (compilation) => {
      const stage = compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: "LicencesPlugin", stage }, () => {
        const text = [...packagesOf(compilation.modules)].sort().map((folder) => entryOf(folder)).join("\n");
        compilation.emitAsset(FILE, new compiler.webpack.sources.RawSource(text));
      });
    });
  }
};

/** The folders of the packages whose modules were built in, and of those that these carry within. */
function packagesOf(modules) {
  const folders = new Set();
  for (const built of modules) {
    // Modules that were joined into one are told one by one.
    for (const { resource } of built.modules ?? [built]) {
      const folder = resource && /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(resource)?.[0];
      if (!folder) continue;
      folders.add(folder);
      if (!resource.endsWith("js") || !fs.existsSync(resource)) continue;
      for (const [, name] of fs.readFileSync(resource, "utf8").matchAll(CARRIED)) {
        const carried = [path.join(folder, "node_modules", name), path.join(folder, "..", name), path.resolve("node_modules", name)].find((one) => fs.existsSync(one));
        if (carried) folders.add(path.normalize(carried));
      }
    }
  }
  return folders;
}

/** A package with its licence as its authors wrote it. @throws Error where a package has none */
function entryOf(folder) {
  const { name, version, license, author } = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8"));
  const files = fs.readdirSync(folder).filter((one) => LICENCE_FILE.test(one));
  if (typeof license !== "string" && files.length === 0) throw new Error(`the package ${name} names no licence`);
  const by = typeof author === "string" ? author : author?.name;
  const text = files.length > 0 ? files.map((one) => fs.readFileSync(path.join(folder, one), "utf8").trim()).join("\n\n") : `${by ? `Copyright ${by}\n` : ""}Licence: ${license}`;
  return `${RULE}\n${name} ${version} (${typeof license === "string" ? license : "see below"})\n${RULE}\n${text}\n`;
}
