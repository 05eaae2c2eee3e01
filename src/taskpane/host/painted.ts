/** How long is waited for a frame, in milliseconds: where the pane is hidden, none comes. */
const PATIENCE = 500;

/** Waits until what was drawn last can be seen and used. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, PATIENCE);
  });
}

/** Waits until what was drawn last can be seen and nothing else is to be done: what the user does comes first. */
export async function settled(): Promise<void> {
  await painted();
  await idle();
}

/** Until the browser has nothing to do, a second at the most; a moment where it cannot tell (Safari's web views). */
export function idle(): Promise<unknown> {
  return new Promise((resolve) => ("requestIdleCallback" in window ? requestIdleCallback(resolve, { timeout: 1000 }) : setTimeout(resolve, 50)));
}
