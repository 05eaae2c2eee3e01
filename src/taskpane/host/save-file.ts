/** How long a download may take to begin before its address is let go, in milliseconds. */
const ADDRESS_KEPT = 60_000;

/**
 * Lets the user save a file: the web view asks where to, or puts it among the downloads.
 * @param name with its ending
 * @param type the media type
 */
export function saveFile(name: string, content: Uint8Array | string, type: string): void {
  const address = URL.createObjectURL(new Blob([content as BlobPart], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), ADDRESS_KEPT);
}
