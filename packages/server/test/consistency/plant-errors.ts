import type { CleanCounty, CountySchool } from './clean-county.ts'
import type { FormCells } from './clean-form.ts'
import { type Draw, drawFrom } from './draw.ts'

/** One planted error with its truth. `columns` are the cells it touched; none for a whole form. */
export interface PlantedError {
  readonly kind: string
  readonly code: string
  readonly columns: readonly string[]
  /** Whether anything in form, roster and last year's form could tell it from the truth. */
  readonly detectable: boolean
  /** What the cells held and what was typed. */
  readonly change: string
}

export interface PlantedCounty {
  /** Forms of this year as typed, more or fewer than schools. */
  readonly forms: readonly FormCells[]
  /** Forms of the year before as handed in. */
  readonly before: readonly FormCells[]
  readonly errors: readonly PlantedError[]
}

/** A difference of this much is within what clerks and schools do from year to year, by the kind of number. */
const noiseOf = (column: string): number => {
  if (/area/.test(column)) return 100
  if (/rooms/.test(column)) return 3
  if (/value|budget|settled/.test(column)) return 2
  if (/^classes/.test(column)) return 3
  return 6
}

/** An error is detectable when it changes a number by half or more, and by more than noise. */
const isClear = (column: string, was: number, is: number): boolean =>
  Math.abs(is - was) > noiseOf(column) && (is >= was * 1.5 || is <= was / 1.5)

interface Change {
  readonly form: Record<string, string | number>
  readonly columns: readonly string[]
  readonly detectable: boolean
}

type Plant = (draw: Draw, school: CountySchool, numbers: readonly string[]) => Change | undefined

const typed = /^(?:school_|founded|built|dense|small)/
const numberColumns = (form: FormCells): readonly string[] =>
  Object.keys(form).filter((column) => !typed.test(column) && typeof form[column] === 'number')
const amountIn = (form: FormCells, column: string): number => Number(form[column] ?? 0)
const rounded = (value: number): number => Math.round(value * 100) / 100

function one(
  school: CountySchool,
  column: string | undefined,
  change: (value: number) => number | string,
): Change | undefined {
  if (column === undefined) return undefined
  const was = amountIn(school.now, column)
  const is = change(was)
  if (is === was) return undefined
  const detectable = typeof is === 'string' || is < 0 || isClear(column, was, is)
  return { form: { ...school.now, [column]: is }, columns: [column], detectable }
}

const some = (draw: Draw, columns: readonly string[]): string | undefined =>
  columns[Math.floor(draw.next() * columns.length)]
const big = (school: CountySchool, numbers: readonly string[], least: number): readonly string[] =>
  numbers.filter((column) => amountIn(school.now, column) >= least)
const matching = (numbers: readonly string[], pattern: RegExp): readonly string[] =>
  numbers.filter((column) => pattern.test(column))

/** Fourteen slips and more, each as hands make it. */
export const plants: Readonly<Record<string, Plant>> = {
  '单位错（元当作万元）': (draw, school, numbers) =>
    one(school, some(draw, big(school, matching(numbers, /value|budget|settled/), 0.01)), (value) =>
      rounded(value * 10_000),
    ),
  '单位错（亩当作平方米）': (draw, school, numbers) =>
    one(school, some(draw, big(school, matching(numbers, /area/), 200)), (value) => rounded(value / 666.67)),
  数字颠倒: (draw, school, numbers) =>
    one(school, some(draw, big(school, numbers, 10)), (value) => {
      const text = String(value)
      const at = draw.whole(0, Math.max(0, text.replace(/\..*/, '').length - 2))
      return Number(text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2))
    }),
  漏写一位: (draw, school, numbers) =>
    one(school, some(draw, big(school, numbers, 10)), (value) => {
      const text = String(value)
      const at = draw.whole(0, text.replace(/\..*/, '').length - 1)
      return Number(text.slice(0, at) + text.slice(at + 1))
    }),
  多写一个0: (draw, school, numbers) =>
    one(school, some(draw, big(school, numbers, 1)), (value) => rounded(value * 10)),
  小数点错位: (draw, school, numbers) =>
    one(school, some(draw, big(school, matching(numbers, /area|value|budget|settled/), 1)), (value) =>
      rounded(draw.chance(0.5) ? value / 10 : value * 100),
    ),
  负数: (draw, school, numbers) => one(school, some(draw, big(school, numbers, 1)), (value) => -value),
  两栏填反: (draw, school, numbers) => {
    const at = draw.whole(0, numbers.length - 2)
    const [a, b] = [numbers[at], numbers[at + 1]]
    if (a === undefined || b === undefined || school.now[a] === school.now[b]) return undefined
    const [x, y] = [amountIn(school.now, a), amountIn(school.now, b)]
    return {
      form: { ...school.now, [a]: y, [b]: x },
      columns: [a, b],
      detectable: isClear(a, x, y) || isClear(b, y, x),
    }
  },
  整块错一行: (draw, school, numbers) => {
    const start = draw.whole(0, numbers.length - 7)
    const block = numbers.slice(start, start + 6)
    const shifted = Object.fromEntries(
      block.map((column, at) => [column, at === 0 ? 0 : amountIn(school.now, block[at - 1] ?? '')]),
    )
    const form = { ...school.now, ...shifted }
    const clear = block.filter((column) => isClear(column, amountIn(school.now, column), amountIn(form, column)))
    return { form, columns: block, detectable: clear.length > 0 }
  },
  合计不等于各项之和: (draw, school) => one(school, 'classes', (value) => value + draw.pick([-2, -1, 1, 2, 5])),
  抄成相邻栏: (draw, school, numbers) => {
    const at = draw.whole(1, numbers.length - 1)
    return one(school, numbers[at], () => amountIn(school.now, numbers[at - 1] ?? ''))
  },
  整表报成上年: (_draw, school) => ({ form: { ...school.before }, columns: [], detectable: true }),
  数字里有文字: (draw, school, numbers) => one(school, some(draw, numbers), (value) => `约${value}左右`),
  小数点写成逗号: (draw, school, numbers) =>
    one(
      school,
      some(
        draw,
        matching(numbers, /area|value|budget|settled/).filter((column) => !Number.isInteger(school.now[column])),
      ),
      (value) => String(value).replace('.', ','),
    ),
  代码写错: (_draw, school) => ({
    form: { ...school.now, school_type: '高级小学' },
    columns: ['school_type'],
    detectable: true,
  }),
  建校年份写错: (draw, school) => ({
    form: { ...school.now, founded_year: amountIn(school.now, 'founded_year') + draw.pick([-100, -10, 10, 9, 1]) },
    columns: ['founded_year'],
    detectable: true,
  }),
}

/** Kinds that need the forms of other schools. */
const COPIED = '抄了别校的表'
const TWICE = '一校报了两份'
const STALE = '年度写成上年'
export const plantedKinds: readonly string[] = [...Object.keys(plants), COPIED, TWICE, STALE]

/**
 * Plants about one error in every fifth school, kind after kind. It knows nothing of checks or outlier rules: what is
 * detectable is said by the size of the change alone.
 */
export function plantErrors(county: CleanCounty, seed: number, share = 0.2): PlantedCounty {
  const forms: FormCells[] = []
  const before: FormCells[] = []
  const errors: PlantedError[] = []
  let turn = seed
  for (const [number, school] of county.schools.entries()) {
    const draw = drawFrom(seed * 7_368_787 + number)
    before.push(school.before)
    if (!draw.chance(share)) {
      forms.push(school.now)
      continue
    }
    const kind = plantedKinds[turn++ % plantedKinds.length] ?? COPIED
    const other = county.schools[(number + 1 + draw.whole(0, county.schools.length - 2)) % county.schools.length]
    const say = (columns: readonly string[], detectable = true, form: FormCells = {}): void => {
      const change = columns.map((column) => `${column} ${school.before[column]}→${school.now[column]}→${form[column]}`)
      errors.push({ kind, code: school.code, columns, detectable, change: change.join('，') })
    }
    if (kind === TWICE) {
      forms.push(school.now, { ...school.now, teachers: amountIn(school.now, 'teachers') + 1 })
      say([])
    } else if (kind === STALE) {
      before.push(school.now)
      say([])
    } else if (kind === COPIED && other !== undefined) {
      const { school_name, school_code } = school.now
      forms.push({ ...other.now, school_name: school_name ?? '', school_code: school_code ?? '' })
      say([])
    } else {
      const change = tryPlant(plants[kind], draw, school)
      forms.push(change?.form ?? school.now)
      if (change !== undefined) say(change.columns, change.detectable, change.form)
    }
  }
  return { forms, before, errors }
}

function tryPlant(plant: Plant | undefined, draw: Draw, school: CountySchool): Change | undefined {
  const numbers = numberColumns(school.now)
  for (let attempt = 0; attempt < 5; attempt++) {
    const change = plant?.(draw, school, numbers)
    if (change !== undefined) return change
  }
  return undefined
}
