import { median, quantile, sortNumbers, usualDistance } from './robust.ts'

/** A cell with what it is compared by. All numbers are finite and not negative. */
export interface MeasuredCell {
  readonly value: number
  /** What it is divided by when peers are compared; undefined where it is not. */
  readonly base: number | undefined
  readonly before: number | undefined
}

/** How far off a cell is, in logarithms: 0.69 is twice, −0.69 is half of what is usual. */
export interface Distance {
  readonly off: number
  /** In usual distances of the peers. */
  readonly score: number
  /** What the cell would hold if it were usual. */
  readonly expected: number
}

export interface PeerLevel {
  readonly count: number
  readonly median: number
  /** Between these two lie eight of ten peers. */
  readonly low: number
  readonly high: number
  readonly distance: number
}

/** Cells below this are the same in either year, or among peers. */
const FLOOR = 0.06
/** Peers whose cells changed more than this are few or in error themselves: they excuse no change to a third. */
const CEILING = 0.3

const log = (value: number, expected: number, least: number): number => Math.log((value + least) / (expected + least))

/** What the peers' cells come to for each unit of the base; undefined where too few have one. */
export function levelOf(cells: readonly MeasuredCell[], least: number): PeerLevel | undefined {
  const rated = cells.flatMap(({ value, base }) => (base === undefined || base <= 0 ? [] : [{ value, base }]))
  if (rated.length < 6) return undefined
  const rates = sortNumbers(rated.map(({ value, base }) => value / base))
  const middle = quantile(rates, 0.5)
  const offs = rated.map(({ value, base }) => log(value, middle * base, least))
  return {
    count: rated.length,
    median: middle,
    low: quantile(rates, 0.1),
    high: quantile(rates, 0.9),
    distance: usualDistance(offs, 0, FLOOR),
  }
}

export function levelDistance(cell: MeasuredCell, level: PeerLevel, least: number): Distance | undefined {
  if (cell.base === undefined || cell.base <= 0) return undefined
  const expected = level.median * cell.base
  const off = log(cell.value, expected, least)
  return { off, score: Math.abs(off) / level.distance, expected }
}

export interface PeerTrend {
  readonly count: number
  /** By how much the peers' cells usually grew, in logarithms. */
  readonly growth: number
  readonly distance: number
}

export function trendOf(cells: readonly MeasuredCell[], least: number): PeerTrend | undefined {
  const growths = cells.flatMap(({ value, before }) => (before === undefined ? [] : [log(value, before, least)]))
  if (growths.length < 6) return undefined
  const growth = median(growths)
  return { count: growths.length, growth, distance: Math.min(usualDistance(growths, growth, FLOOR), CEILING) }
}

export function trendDistance(cell: MeasuredCell, trend: PeerTrend, least: number): Distance | undefined {
  if (cell.before === undefined) return undefined
  const expected = cell.before * Math.exp(trend.growth)
  const off = log(cell.value, cell.before, least) - trend.growth
  return { off, score: Math.abs(off) / trend.distance, expected }
}

/** A change below half as much again is life, however calm the peers are. */
const CHANGE = Math.log(1.45)
/** A change that brings a cell nearer to its peers must be as large as this. */
const CORRECTION = Math.log(2)
/** Without a year before only what is far out among peers is asked about. */
const ALONE = Math.log(3)
/** A cell that was as unusual the year before is only asked about when its unit may be wrong in both years. */
const FOREVER = Math.log(15)

/**
 * Whether a cell is worth asking about: 0 for no, else the higher the stranger. Two witnesses are heard, peers and the
 * year before: what one of them finds usual the other must find very strange.
 */
export function strangeness(level: Distance | undefined, trend: Distance | undefined): number {
  if (trend === undefined) {
    if (level === undefined || Math.abs(level.off) < ALONE || level.score < 6) return 0
    return level.score
  }
  const change = Math.abs(trend.off)
  if (change < CHANGE || trend.score < 3.5)
    return level !== undefined && Math.abs(level.off) >= FOREVER && level.score >= 8 ? level.score : 0
  const wasOff = level === undefined ? 0 : Math.abs(level.off - trend.off)
  const isAway = level === undefined || Math.abs(level.off) >= wasOff
  return isAway || change >= CORRECTION ? trend.score + (level?.score ?? 0) : 0
}
