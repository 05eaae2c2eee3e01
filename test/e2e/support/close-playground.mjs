/** Jest's global tear-down: ends the browser and stops serving the playground. */
export default async function tearDown() {
  await globalThis.closePlayground?.();
}
