/** Whether the k-th of `total` is one of `count` that are spread evenly among them; `count` of them are. */
export function isSpread(k: number, count: number, total: number): boolean {
  return Math.floor(((k + 1) * count) / total) > Math.floor((k * count) / total)
}
