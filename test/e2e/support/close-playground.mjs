/** Jest's global tear-down: stops serving the playground. */
export default async function tearDown() {
  await globalThis.closePlayground?.();
}
