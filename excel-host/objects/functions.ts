import { dateToSerial } from "../engine/dates";
import { excelError } from "../engine/errors";
import type { Workbook as Model } from "../engine/workbook";
import { defineClass, entity, method, value, type ObjectClass } from "../protocol/define";

/** What a function of the sheet gives when Office.js calls it. */
const FunctionResult: ObjectClass<{ value: number }> = defineClass<{ value: number }>({
  name: "FunctionResult",
  members: { value: value((result) => result.value), error: value(() => null) },
});

/** Functions of the sheet that Office.js can call: DATE alone, which tells a workbook's date system. */
export const Functions: ObjectClass<Model> = defineClass<Model>({
  name: "Functions",
  members: {
    date: method(({ date1904 }, parts) => {
      const [year = 0, month = 0, day = 0] = parts.map(Number);
      const serial = dateToSerial(year, month, day, date1904);
      if (serial === undefined) throw excelError("InvalidArgument", "DATE");
      return entity(FunctionResult, { value: serial });
    }, "1.2"),
  },
});
