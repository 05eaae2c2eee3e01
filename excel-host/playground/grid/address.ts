/** The letters of a column counted from 0: 27 is "AB". */
export function columnName(column: number): string {
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** "B2", or "B2:D5" where the second corner differs; rows and columns counted from 0. */
export function rectAddress(top: number, left: number, bottom = top, right = left): string {
  const first = `${columnName(left)}${top + 1}`;
  const last = `${columnName(right)}${bottom + 1}`;
  return first === last ? first : `${first}:${last}`;
}

/**
 * Row and column of one cell, counted from 0.
 *
 * @throws Error when `address` is not like "B3"
 */
export function parseAddress(address: string): { row: number; column: number } {
  const parts = /^\$?([A-Z]{1,3})\$?(\d+)$/i.exec(address);
  if (!parts?.[1] || !parts[2]) throw new Error(`Not a cell's address: ${address}`);
  let column = 0;
  for (const letter of parts[1].toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(parts[2]) - 1, column: column - 1 };
}
