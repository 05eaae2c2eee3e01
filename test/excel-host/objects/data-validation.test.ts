import { ExcelHost } from "../../../excel-host";
import { onSheet } from "../support";

describe("DataValidation", () => {
  test("rules, prompts and alerts are kept in the file and follow rows", async () => {
    const host = ExcelHost.blank();
    await onSheet(async (sheet, context) => {
      const list = sheet.getRange("A1:A5").dataValidation;
      list.rule = { list: { inCellDropDown: true, source: "是,否" } };
      list.prompt = { message: "来源：目标任务!C5", title: "说明", showPrompt: true };
      list.errorAlert = { message: "只能选是或否", title: "错", style: "Warning", showAlert: true };
      sheet.getRange("B1").dataValidation.rule = { wholeNumber: { formula1: 0, formula2: "=$C$1", operator: "Between" } };
      sheet.getRange("1:1").insert("Down");
      await context.sync();
    }, host);
    await onSheet(async (sheet, context) => {
      const list = sheet.getRange("A2").dataValidation;
      const number = sheet.getRange("B2").dataValidation;
      const none = sheet.getRange("Z1").dataValidation;
      for (const one of [list, number, none]) one.load("type,rule,prompt,errorAlert");
      await context.sync();
      expect([list.type, list.rule]).toEqual(["List", { list: { inCellDropDown: true, source: "是,否" } }]);
      expect(list.prompt).toEqual({ message: "来源：目标任务!C5", title: "说明", showPrompt: true });
      expect(list.errorAlert).toEqual({ message: "只能选是或否", title: "错", style: "Warning", showAlert: true });
      expect(number.rule).toEqual({ wholeNumber: { formula1: 0, formula2: "=$C$2", operator: "Between" } });
      expect(none.type).toBe("None");
      sheet.getRange("A3").dataValidation.clear();
      const rest = sheet.getRange("A2:A6").dataValidation;
      const gone = sheet.getRange("A3").dataValidation;
      rest.load("type");
      gone.load("type");
      await context.sync();
      expect([rest.type, gone.type]).toEqual(["List", "None"]);
    }, await ExcelHost.open(await host.save()));
  });
});
