import { likelyLocale } from "../../../src/taskpane/host/likely-locale";

describe("Office's language before office.js tells it", () => {
  test.each([
    ["?_host_Info=Excel$Win32$16.01$zh-CN$telemetry$isDialog$$0", "zh-CN"],
    ["?_host_Info=Excel%24Web%2416.00%24en-US%24%24%24%240", "en-US"],
    ["?theme=1&_host_Info=Excel|Mac|16.02|zh-TW|||", "zh-TW"],
  ])("is read from the pane's address: %s", (search, locale) => {
    expect(likelyLocale(search)).toBe(locale);
  });

  test.each(["", "?_host_Info=", "?_host_Info=Excel$Win32", "?other=a$b$c$de-DE"])("is not known where the address names none: %s", (search) => {
    expect(likelyLocale(search)).toBeNull();
  });
});
