/** How long is waited for a frame, in milliseconds: where the pane is hidden, none comes. */
const PATIENCE = 500;

/** Waits until what was drawn last can be seen and used. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, PATIENCE);
  });
}
