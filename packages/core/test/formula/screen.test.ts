import { describe, expect, it } from 'vitest'
import { check, compile, type Environment, missing, notApplicable, rational, Screen } from '../../src/formula/index.ts'
import { type Cell, environmentOf, exact, scopeOf, type World } from './world.ts'

/** Small whole random numbers from a seed. */
function stream(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 48271) + 11) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** A cell that was not filled and cannot be negative. */
const zero = missing([], { low: rational.ZERO, high: undefined })

const names = ['甲', '乙', '丙', '丁'] as const
const kinds = ['小学', '初中', '其他'] as const

function someNumber(next: (below: number) => number): Cell {
  switch (next(9)) {
    case 0:
      return null
    case 1:
      return zero
    case 2:
      return notApplicable([])
    case 3:
      return exact(`${next(40)}.${next(10)}${next(10)}`)
    case 4:
      return exact(`-${next(9)}.5`)
    default:
      return next(30)
  }
}

function worldOf(next: (below: number) => number): World {
  const numbers = Object.fromEntries(names.map((name) => [name, someNumber(next)]))
  const kind = next(8) === 0 ? missing([]) : (kinds[next(3)] ?? '其他')
  return { values: { ...numbers, 类型: kind, 是否: next(9) === 0 ? missing([]) : next(2) === 0 } }
}

function number(next: (below: number) => number, depth: number): string {
  const part = (): string => number(next, depth - 1)
  if (depth === 0) return next(4) === 0 ? String(next(20)) : (names[next(names.length)] ?? '甲')
  switch (next(9)) {
    case 0:
      return `(${part()} - ${part()})`
    case 1:
      return `(${part()} × ${next(3) === 0 ? '0.5' : part()})`
    case 2:
      return `(${part()} ÷ ${part()})`
    case 3:
      return `(情形 ${truthful(next, depth - 1)} → ${part()}; 否则 ${part()})`
    case 4:
      return `绝对值(${part()})`
    case 5:
      return `最大(${part()}, ${part()})`
    case 6:
      return `(-${part()})`
    default:
      return `(${part()} + ${part()})`
  }
}

function truthful(next: (below: number) => number, depth: number): string {
  const part = (): string => truthful(next, Math.max(0, depth - 1))
  const side = (): string => number(next, Math.max(0, depth - 1))
  if (depth === 0)
    return ['是否', '类型 = "小学"', '类型 属于 ("小学", "初中")', '甲 ≥ 乙', '已报(丙)'][next(5)] ?? '是否'
  switch (next(8)) {
    case 0:
      return `(${part()} 且 ${part()})`
    case 1:
      return `(${part()} 或 ${part()})`
    case 2:
      return `(非 ${part()})`
    case 3:
      return `相符(${side()}, ${side()}, ${side()})`
    case 4:
      return `区间内(${side()}, ${side()}, ${side()})`
    default:
      return `(${side()} ${['=', '≠', '<', '≤', '>', '≥'][next(6)]} ${side()})`
  }
}

const options = { type: 'truth', zeroDenominator: 'not_applicable' } as const
const sample: World = { values: { 甲: 1, 乙: 1, 丙: 1, 丁: 1, 类型: '小学', 是否: true } }

function screened(source: string, environments: readonly Environment[]) {
  const { expression, problems } = check(source, scopeOf(sample), options)
  if (expression === undefined || problems.length > 0) throw new Error(`${source}: ${problems[0]?.message}`)
  const screen = new Screen({ size: environments.length, environment: (at) => environments[at] ?? environmentOf({}) })
  const run = compile(expression)
  return { suspects: new Set(screen.suspects(expression)), contents: environments.map((env) => run(env).content) }
}

describe('the screen of many places', () => {
  it('never clears a place where the formula is false', () => {
    const next = stream(7)
    let failures = 0
    let cleared = 0
    for (let round = 0; round < 700; round++) {
      const source = truthful(next, 1 + next(3))
      const environments = Array.from({ length: 12 }, () => environmentOf(worldOf(next)))
      const { suspects, contents } = screened(source, environments)
      for (const [at, content] of contents.entries()) {
        if (content === false) failures++
        if (!suspects.has(at)) cleared++
        if (content === false && !suspects.has(at))
          expect(
            `${source} at ${at} ${JSON.stringify(environments.map((e) => [e.scalar('类型'), e.scalar('是否')]))}`,
          ).toBe('suspect')
      }
    }
    expect(failures).toBeGreaterThan(600)
    expect(cleared).toBeGreaterThan(3000)
  })

  it('leaves nothing to ask about whole numbers that agree, nor about cells that are not there', () => {
    const good = environmentOf({ values: { 甲: 3, 乙: 4, 丙: 7, 丁: null, 类型: '小学', 是否: true } })
    const hollow = environmentOf({
      values: { 甲: zero, 乙: notApplicable([]), 丙: 7, 丁: 1, 类型: '初中', 是否: false },
    })
    const { suspects } = screened('甲 + 乙 = 丙 且 (类型 = "小学" 或 非 是否)', [good, hollow])
    expect([...suspects]).toEqual([])
  })

  it('asks about decimals that lie too close for floating point', () => {
    const close = environmentOf({
      values: { 甲: exact('0.1'), 乙: exact('0.2'), 丙: exact('0.3'), 丁: 0, 类型: '', 是否: true },
    })
    const { suspects, contents } = screened('甲 + 乙 = 丙', [close])
    expect(contents).toEqual([true])
    expect([...suspects]).toEqual([0])
  })
})
