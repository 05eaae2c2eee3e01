declare module "*/webpack.config.js" {
  import type { Configuration } from "webpack";

  export default function config(env: Record<string, string>, argv: { mode: "production" | "development" }): Promise<Configuration>;
}
