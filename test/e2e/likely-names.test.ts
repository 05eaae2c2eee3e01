import { violations } from "./support/axe";
import { playgroundForEach } from "./support/open-playground";

const LIMIT = 120_000;
/** Where the sample's first table names 汾阳市. */
const FENYANG = { sheet: "目标任务", address: "A7" };

describe("a county that was misspelt", () => {
  const playground = playgroundForEach(LIMIT);

  const main = () => playground.pane.locator("main");
  const finding = () => main().getByText(/“汾阴市”不在.*名单里/);
  const offer = () => main().getByRole("button", { name: "按“汾阳市”读取" });
  const correction = () => main().getByText("汾阴市 → 汾阳市", { exact: true });
  const regions = () => main().getByRole("heading", { level: 2, name: /^找到/ }).innerText();

  /** Types into a cell as a person does, in the line above the grid, and reads the workbook anew. */
  async function type({ sheet, address }: typeof FENYANG, text: string): Promise<void> {
    await playground.page.evaluate(([on, at]) => window.playground!.host.select(on, at), [sheet, address] as const);
    await playground.page.locator("#address", { hasText: new RegExp(`^${address}$`) }).waitFor();
    const line = playground.page.getByRole("textbox", { name: "编辑栏" });
    await line.fill(text);
    await line.press("Enter");
    await main().getByText("表格在读取之后有改动").waitFor();
    await main().getByRole("button", { name: "重新读取" }).click();
  }

  test("is offered the likeliest name at its finding: one click sets it right and lists it, 恢复 takes that back", async () => {
    expect((await playground.readCell(FENYANG.sheet, FENYANG.address)).text).toBe("汾阳市");
    const before = await regions();
    await type(FENYANG, "汾阴市");
    await finding().waitFor();
    expect(await regions()).not.toBe(before);
    expect(await main().getByRole("button", { name: /^按“.*”读取$/ }).count()).toBe(1);
    expect(await violations(playground.paneFrame())).toEqual([]);

    await offer().click();
    await correction().waitFor();
    expect([await finding().count(), await offer().count(), await regions()]).toEqual([0, 0, before]);
    // The cell is the staff's: it is read otherwise, not written.
    expect((await playground.readCell(FENYANG.sheet, FENYANG.address)).text).toBe("汾阴市");

    await main().getByRole("button", { name: "恢复 汾阴市 → 汾阳市" }).click();
    await finding().waitFor();
    expect(await correction().count()).toBe(0);
    await offer().waitFor();
  }, LIMIT);
});
