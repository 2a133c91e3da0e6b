import { type Assessment, type Dispersion, figureId } from '../evaluation/index.ts'
import type { FigureSource } from './figure-source.ts'
import { countItems, itemAt } from './item-at.ts'
import type { Binding } from './report-model.ts'
import type { SubjectRef } from './word.ts'

/** A number that the run itself counted, and the figures that it stands on. */
export interface CountedNumber {
  readonly text: string
  readonly figures: readonly string[]
}

type Count = (assessment: Assessment, place: SubjectRef, of: string) => CountedNumber | undefined
type ItemState = 'met' | 'unmet' | 'undecided'

/** Printed where what is counted is no longer there: nothing is lacking. */
const NOTHING: CountedNumber = { text: '0', figures: [] }

/** Numbers that no formula of a pack gives, by the name under which a report is bound to them. */
const WHOLE: Readonly<Record<string, Count>> = {
  达标项数: (assessment, place) => countOf(countItems(assessment, place).met),
  未达标项数: (assessment, place) => countOf(countItems(assessment, place).unmet),
  待定项数: (assessment, place) => {
    const { undecided, error } = countItems(assessment, place)
    return countOf(undecided + error)
  },
  得分: ({ ratings = [] }, { grain, subject }) => {
    const rated = ratings.filter((one) => one.grain === grain).flatMap(({ subjects }) => subjects)
    const own = rated.find((one) => one.subject === subject)
    return own === undefined ? undefined : { text: own.points.shown, figures: [] }
  },
  未报份数: ({ coverage }) => countOf(coverage.registers.reduce((sum, { missing }) => sum + missing.length, 0)),
}

/** The same of one indicator or register, as in `未达标数.gov_09`. */
const OF_ONE: Readonly<Record<string, Count>> = {
  应评数: (assessment, place, of) => stateCount(assessment, place, of, ['met', 'unmet', 'undecided', 'error']),
  达标数: (assessment, place, of) => stateCount(assessment, place, of, ['met']),
  未达标数: (assessment, place, of) => stateCount(assessment, place, of, ['unmet']),
  待定数: (assessment, place, of) => stateCount(assessment, place, of, ['undecided']),
  差距: gapOf,
  补齐底线: (assessment, place, of) => levelUp(assessment, place, of, ({ floor }) => floor),
  补齐所数: (assessment, place, of) => levelUp(assessment, place, of, ({ schools }) => String(schools)),
  补齐总量: (assessment, place, of) => levelUp(assessment, place, of, ({ total }) => total),
  应报份数: (assessment, _, of) => ofRegister(assessment, of, ({ expected }) => expected),
  实报份数: (assessment, _, of) => ofRegister(assessment, of, ({ reported }) => reported),
  未报份数: (assessment, _, of) => ofRegister(assessment, of, ({ missing }) => missing.length),
}

/** The name of a count, and of what. */
export const countName = (count: string, of: string): string => `${count}.${of}`

function readName(formula: string): { readonly count: Count; readonly of: string } | undefined {
  const [, name = '', of = ''] = /^([^.]+)(?:\.([a-z]\w*))?$/u.exec(formula.trim()) ?? []
  const known = of === '' ? WHOLE : OF_ONE
  const count = Object.hasOwn(known, name) ? known[name] : undefined
  return count === undefined ? undefined : { count, of }
}

/** Whether what a number is bound to is counted by the run itself, and so no formula of the pack. */
export const isCounted = (formula: string): boolean => readName(formula) !== undefined

/** What a count comes to; undefined for what is a formula of the pack. `assessment` with the figures of its indicators. */
export function countedIn(assessment: Assessment, { grain, subject, formula }: Binding): CountedNumber | undefined {
  const found = readName(formula)
  return found === undefined ? undefined : (found.count(assessment, { grain, subject }, found.of) ?? NOTHING)
}

/** The whole evaluation is asked only for what is a count. */
export const countedNumber = (source: FigureSource, binding: Binding): CountedNumber | undefined =>
  isCounted(binding.formula) ? countedIn(source.assessment(), binding) : undefined

const countOf = (count: number): CountedNumber => ({ text: String(count), figures: [] })

function stateCount(
  assessment: Assessment,
  place: SubjectRef,
  of: string,
  states: readonly (ItemState | 'error')[],
): CountedNumber | undefined {
  const found = findItem(assessment, place, of)
  if (found === undefined) return undefined
  const wanted: ReadonlySet<string> = new Set(states)
  const figures = assessment.figures.filter(
    ({ node, subject, state }) =>
      node === of && state !== undefined && wanted.has(state) && found.subjects.has(subject),
  )
  return {
    text: String(states.reduce((sum, state) => sum + found.item.counts[state], 0)),
    figures: figures.map(({ id }) => id),
  }
}

/** What one place lacks: the county's sum, or what its only figure lacks. */
function gapOf(assessment: Assessment, place: SubjectRef, of: string): CountedNumber | undefined {
  const own = assessment.figures.find(({ id }) => id === figureId(of, place.subject))
  if (own?.gap !== undefined) return { text: own.gap.amount, figures: [own.id] }
  const found = findItem(assessment, place, of)
  if (found === undefined) return undefined
  const figures = assessment.figures.filter(({ node, subject }) => node === of && found.subjects.has(subject))
  const gap = found.item.gap ?? (figures.length === 1 ? figures[0]?.gap : undefined)
  const lacking = figures.flatMap((figure) => (figure.gap === undefined ? [] : [figure.id]))
  return gap === undefined ? undefined : { text: gap.amount, figures: lacking }
}

function findItem(assessment: Assessment, place: SubjectRef, of: string) {
  const item = assessment.sections.flatMap(({ items }) => items).find(({ indicator }) => indicator === of)
  return item === undefined ? undefined : itemAt(assessment, item, place)
}

function levelUp(
  { dispersions }: Assessment,
  { subject }: SubjectRef,
  of: string,
  say: (lift: NonNullable<Dispersion['level_up']>) => string,
): CountedNumber | undefined {
  const found = dispersions.find(({ figure }) => figure === figureId(of, subject))
  return found?.level_up === undefined ? undefined : { text: say(found.level_up), figures: [found.figure] }
}

type Register = Assessment['coverage']['registers'][number]

function ofRegister(
  { coverage }: Assessment,
  of: string,
  say: (register: Register) => number,
): CountedNumber | undefined {
  const found = coverage.registers.find(({ register }) => register === of)
  return found === undefined ? undefined : countOf(say(found))
}
