/** Letters of a zero-based column: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}

/** A1 address of a zero-based row and column. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`
}

/** Zero-based row and column of an A1 address, also of $A$1; undefined when the text is no address. */
export function parseAddress(address: string): { readonly row: number; readonly column: number } | undefined {
  const parts = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(address.toUpperCase())
  if (parts?.[1] === undefined || parts[2] === undefined) return undefined
  let column = 0
  for (const letter of parts[1]) column = column * 26 + letter.charCodeAt(0) - 64
  return { row: Number(parts[2]) - 1, column: column - 1 }
}
