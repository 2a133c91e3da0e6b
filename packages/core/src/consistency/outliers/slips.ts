/** One slip of the pen that would explain a cell, with what was meant. */
export interface Slip {
  readonly cause: string
  readonly meant: number
}

export interface SlipContext {
  readonly value: number
  readonly unit: string | undefined
  /** What the peers and the year before lead to expect, nearest witness first. */
  readonly expected: readonly number[]
  readonly before: number | undefined
  /** Other number cells of the row: title and value. */
  readonly others: readonly { readonly title: string; readonly value: number; readonly neighbour: boolean }[]
  /** Differences up to this size are nothing. */
  readonly least: number
  /** The column holds whole numbers only. */
  readonly whole: boolean
}

const SQUARE_METRES_OF_MU = 2000 / 3

/** The first slip, simplest first, that brings the cell near to what is expected. */
export function findSlip(context: SlipContext): Slip | undefined {
  const copied = copiedFrom(context)
  const near = [...unitSlips(context), ...digitSlips(context.value)].find(
    ({ meant }) =>
      (!context.whole || Number.isInteger(meant)) &&
      context.expected.some((expected) => expected > context.least && isNear(meant, expected, context.least)),
  )
  return near ?? copied
}

const isNear = (meant: number, expected: number, least: number): boolean =>
  Math.abs(Math.log((meant + least) / (expected + least))) < Math.log(1.25)

function unitSlips({ value, unit }: SlipContext): readonly Slip[] {
  if (unit === '万元')
    return [
      { cause: '可能是以元填报', meant: value / 10_000 },
      { cause: '可能是以千元填报', meant: value / 10 },
    ]
  if (unit === '平方米')
    return [
      { cause: '可能是以亩填报', meant: value * SQUARE_METRES_OF_MU },
      { cause: '可能是以公顷填报', meant: value * 10_000 },
    ]
  return []
}

function digitSlips(value: number): readonly Slip[] {
  return [
    { cause: '可能多写了一个0或小数点错一位', meant: value / 10 },
    { cause: '可能漏写了一位或小数点错一位', meant: value * 10 },
    { cause: '可能小数点错两位', meant: value / 100 },
    { cause: '可能小数点错两位', meant: value * 100 },
    ...swappedDigits(value),
    ...droppedDigits(value),
  ]
}

function swappedDigits(value: number): readonly Slip[] {
  const text = String(value)
  return [...text].slice(1).flatMap((digit, at) => {
    const previous = text[at] ?? ''
    if (digit === previous || !/\d/.test(digit) || !/\d/.test(previous)) return []
    const meant = Number(text.slice(0, at) + digit + previous + text.slice(at + 2))
    return [{ cause: '可能有两位数字写颠倒了', meant }]
  })
}

function droppedDigits(value: number): readonly Slip[] {
  const text = String(value)
  if (text.length < 3) return []
  return [...text].flatMap((digit, at) =>
    /\d/.test(digit) ? [{ cause: '可能多写了一位', meant: Number(text.slice(0, at) + text.slice(at + 1)) }] : [],
  )
}

function copiedFrom({ value, others, expected }: SlipContext): Slip | undefined {
  const same = others.find((other) => other.value === value && value > 0 && other.neighbour)
  return same === undefined ? undefined : { cause: `与“${same.title}”相同，可能抄错了栏`, meant: expected[0] ?? value }
}
