/** A number without a rule of its own: four significant digits, never fewer than the whole part. */
export function shortNumber(text: string): string {
  const size = Math.abs(Number(text))
  return Number(text).toFixed(size >= 1000 ? 0 : size >= 100 ? 1 : size >= 10 ? 2 : size >= 1 ? 3 : 4)
}
