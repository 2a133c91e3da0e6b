const steps = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4] as const

/** The next larger or smaller of the sizes that are offered. */
export function nextZoom(zoom: number, by: 1 | -1): number {
  const next = by === 1 ? steps.find((one) => one > zoom) : steps.findLast((one) => one < zoom)
  return next ?? zoom
}
