import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromDecimal, fromJson, rational, round, roundText, sqrt, toDecimal, toJson } from '../../src/formula/index.ts'
import { run } from './world.ts'

/** An exact fraction written without any of the program's own code. */
interface Fraction {
  readonly n: bigint
  readonly d: bigint
}
const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b))
const reduced = ({ n, d }: Fraction): Fraction => {
  const divisor = gcd(n, d) * (d < 0n ? -1n : 1n)
  return { n: n / divisor, d: d / divisor }
}
type Tree = string | { readonly op: '+' | '-' | '×' | '÷'; readonly left: Tree; readonly right: Tree }

function oracle(tree: Tree): Fraction | undefined {
  if (typeof tree === 'string') {
    const [whole = '', decimals = ''] = tree.split('.')
    return reduced({ n: BigInt(whole + decimals), d: 10n ** BigInt(decimals.length) })
  }
  const [a, b] = [oracle(tree.left), oracle(tree.right)]
  if (!a || !b || (tree.op === '÷' && b.n === 0n)) return undefined
  if (tree.op === '×') return reduced({ n: a.n * b.n, d: a.d * b.d })
  if (tree.op === '÷') return reduced({ n: a.n * b.d, d: a.d * b.n })
  return reduced({ n: tree.op === '+' ? a.n * b.d + b.n * a.d : a.n * b.d - b.n * a.d, d: a.d * b.d })
}
const write = (tree: Tree): string =>
  typeof tree === 'string' ? tree : `(${write(tree.left)} ${tree.op} ${write(tree.right)})`

const literal = fc.oneof(
  fc.nat(99).map(String),
  fc.tuple(fc.nat(9999), fc.nat(999)).map(([a, b]) => `${a}.${b}`),
  fc.bigInt({ min: 0n, max: 10n ** 25n }).map(String),
)
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'medium' },
    literal,
    fc.record({ op: fc.constantFrom('+', '-', '×', '÷'), left: tie('tree'), right: tie('tree') }),
  ),
}))

describe('exact numbers', () => {
  it('agree with independent fractions on random formulas', () => {
    fc.assert(
      fc.property(tree, (formula) => {
        const expected = oracle(formula)
        const source = write(formula)
        const got = run(source)
        if (!expected) expect(got).toBe('error')
        else
          expect(
            rational.equals(fromJson(got) ?? rational.ZERO, rational.fromPair(expected.n, expected.d)) &&
              got !== 'error',
          ).toBe(true)
      }),
      { numRuns: 800, seed: 11 },
    )
  })

  it('round as written rules say, at every digit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -99999, max: 99999 }),
        fc.integer({ min: 1, max: 999 }),
        fc.nat(3),
        (n, d, places) => {
          const exact = rational.fromPair(BigInt(n), BigInt(d))
          const unit = rational.fromPair(1n, 10n ** BigInt(places))
          for (const mode of ['half_up', 'half_even'] as const) {
            const off = rational.abs(rational.sub(round(exact, places, mode), exact))
            expect(rational.compare(rational.mul(off, rational.fromInteger(2)), unit)).toBeLessThanOrEqual(0)
          }
        },
      ),
      { numRuns: 500, seed: 3 },
    )
  })

  it.each([
    ['0.125', 2, 'half_up', '0.13'],
    ['0.125', 2, 'half_even', '0.12'],
    ['-0.135', 2, 'half_even', '-0.14'],
    ['1250', -2, 'half_even', '1200'],
    ['99.995', 2, 'half_up', '100.00'],
    ['-0.001', 2, 'half_up', '0.00'],
  ] as const)('%s to %d places, %s: %s', (text, places, mode, expected) => {
    expect(roundText(fromDecimal(text) ?? rational.ZERO, places, mode)).toBe(expected)
  })

  it('write and read themselves', () => {
    for (const text of ['0', '-3', '0.1', '12345678901234567890.5', '1/3', '-22/7'])
      expect(toJson(fromJson(text) ?? rational.ZERO)).toBe(text)
    expect(toDecimal(rational.fromPair(1n, 3n))).toBeUndefined()
    expect(toJson(fromDecimal('1.50e2') ?? rational.ZERO)).toBe('150')
    expect(fromDecimal('1e9999')).toBeUndefined()
    expect(fromDecimal('abc')).toBeUndefined()
  })

  it('take roots exactly where there is one, else to 30 digits', () => {
    const rootOf = (text: string) => toJson(sqrt(fromJson(text) ?? rational.ZERO) ?? rational.ZERO)
    expect(rootOf('2')).toBe('1.41421356237309504880168872421')
    expect(rootOf('9/49')).toBe('3/7')
    expect(rootOf('0.0000000002')).toBe('0.0000141421356237309504880168872421')
    expect(rootOf('200000000000000000000000000000000000000000000000000000000000000000000')).toBe(
      '14142135623730950488016887242100000',
    )
    expect(sqrt(rational.fromInteger(-1))).toBeUndefined()
  })
})
