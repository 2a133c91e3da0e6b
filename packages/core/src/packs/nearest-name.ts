/** The candidate that differs least from `name` (edit distance), if it is near enough to be what was meant. */
export function nearestName(name: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined
  let bestDistance = Math.max(1, Math.floor([...name].length / 2)) + 1
  for (const candidate of candidates) {
    const distance = editDistance([...name], [...candidate], bestDistance)
    if (distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

function editDistance(a: readonly string[], b: readonly string[], limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (const [row, char] of a.entries()) {
    const current = [row + 1]
    for (const [column, other] of b.entries()) {
      const replaced = (previous[column] ?? 0) + (char === other ? 0 : 1)
      current.push(Math.min(replaced, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1))
    }
    previous = current
  }
  return previous[b.length] ?? limit
}
