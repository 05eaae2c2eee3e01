import { join } from "node:path";
import { lvliangWorkbook } from "./sheets";

const file = join(__dirname, "lvliang-2021-04.xlsx");

lvliangWorkbook()
  .xlsx.writeFile(file)
  .then(
    () => console.log(`已生成 ${file}`),
    (error: unknown) => {
      console.error(`未能生成 ${file}：`, error);
      process.exitCode = 1;
    },
  );
