/** Builds what `npm run bench:pane` sets beside the pane: the template's page, and the host outside the page. */
const path = require("node:path");
const HtmlPlugin = require("html-webpack-plugin");

const here = (file) => path.join(__dirname, file);

module.exports = {
  mode: "production",
  target: ["web", "es2020"],
  devtool: false,
  entry: { template: here("template/index.tsx"), host: here("host-outside.ts") },
  output: { path: path.resolve("build/bench-pane"), filename: "[name].js", clean: true },
  resolve: { extensions: [".tsx", ".ts", ".js"] },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        exclude: /node_modules/,
        sideEffects: false,
        use: {
          loader: "swc-loader",
          options: { jsc: { parser: { syntax: "typescript", tsx: true }, transform: { react: { runtime: "automatic" } }, target: "es2020" } },
        },
      },
    ],
  },
  plugins: [
    new HtmlPlugin({
      filename: "taskpane.html",
      template: here("template/taskpane.html"),
      templateParameters: { officeJs: "https://appsforoffice.microsoft.com/lib/1/hosted/office.js" },
      chunks: ["template"],
    }),
  ],
  performance: { hints: false },
  stats: "errors-warnings",
};
