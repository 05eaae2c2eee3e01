/**
 * Office's display language as Excel names it in the pane's own address, known before office.js is ready: a guess to
 * draw by, no more.
 * @param search the address's query: `?_host_Info=Excel$Win32$16.01$zh-CN$$$$0`, in some hosts with bars for dollars
 * @returns such as "zh-CN"; null where the address names none
 */
export function likelyLocale(search: string): string | null {
  const [, , , locale] = (new URLSearchParams(search).get("_host_Info") ?? "").split(/[$|]/);
  return locale ? locale : null;
}
