/**
 * A webpack loader for docx, which carries a copy of JSZip in its own file: the copy is left out, and the JSZip that the
 * pane opens Word drafts by takes its place. It ships once.
 */
const COPY = /^\/\/#region node_modules\/jszip\/dist\/jszip\.min\.js$[^]*?^\/\/#endregion$/m;

/**
 * @param {string} source the module docx
 * @returns {string} the same with JSZip imported
 * @throws Error where docx no longer carries the copy, so that this has to go
 */
module.exports = function sharedJszipLoader(source) {
  if (!COPY.test(source)) throw new Error("docx carries no copy of JSZip any more: take shared-jszip-loader.js out of webpack.config.js");
  return source.replace(COPY, () => 'import sharedJszip from "jszip";\nvar require_jszip_min = () => sharedJszip;');
};
