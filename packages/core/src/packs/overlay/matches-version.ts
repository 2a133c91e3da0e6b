/** Whether a version is one of those that an overlay was written for: 0.1.0, 0.1.x, or 0.1.0 - 0.3.2. */
export function matchesVersion(version: string, wanted: string): boolean {
  const [low = '', high] = wanted.split(' - ')
  if (high !== undefined) return order(version, low) >= 0 && order(version, high) <= 0
  const parts = version.split('.')
  return low.split('.').every((part, at) => part === 'x' || part === parts[at])
}

function order(a: string, b: string): number {
  const others = b.split('.').map(Number)
  const difference = a.split('.').map((part, at) => Number(part) - (others[at] ?? 0))
  return difference.find((step) => step !== 0) ?? 0
}
