import { type Static, Type } from 'typebox'
import { type EffectView, type Figure, State } from '../assessment.ts'
import type { RatedSubject, RatingView } from '../rating/rating-contract.ts'

const strict = { additionalProperties: false } as const

/** One thing that two evaluations of the same pack and year say differently. */
export const ChangeEntry = Type.Object(
  {
    kind: Type.Union([
      Type.Literal('verdict'),
      Type.Literal('rating'),
      Type.Literal('effect'),
      Type.Literal('section'),
      Type.Literal('item'),
      Type.Literal('figure'),
    ]),
    title: Type.String(),
    subject: Type.String({ description: '学校、乡镇等的名称；全县的为县名' }),
    before: Type.String({ description: '数值连单位，或达标与否' }),
    after: Type.String(),
    state_before: Type.Optional(State),
    state_after: Type.Optional(State),
    /** Id of the figure, or of the node of an item. */
    figure: Type.Optional(Type.String()),
    node: Type.Optional(Type.String()),
  },
  strict,
)
export type ChangeEntry = Static<typeof ChangeEntry>

const lights: Readonly<Record<State, string>> = {
  met: '达标',
  unmet: '未达标',
  undecided: '待定',
  not_applicable: '不适用',
  error: '错误',
}

const blows: Readonly<Record<EffectView['state'], string>> = {
  struck: '已触发',
  clear: '未触发',
  undecided: '待定',
  error: '错误',
}

type About = Pick<ChangeEntry, 'kind' | 'title' | 'subject' | 'node'>

/** A light that turned; nothing where it is the same, or was not there. */
export function turnOf(about: About, before: State | undefined, after: State): readonly ChangeEntry[] {
  if (before === undefined || before === after) return []
  return [{ ...about, before: lights[before], after: lights[after], state_before: before, state_after: after }]
}

/** Vetoes, downgrades and caps that strike now and did not, or the other way round, by whom they strike. */
export function effectTurns(
  before: readonly EffectView[],
  after: readonly EffectView[],
  county: string,
): readonly ChangeEntry[] {
  const was = new Map(before.map((effect) => [effect.id, effect]))
  return after.flatMap((effect) => {
    const former = was.get(effect.id)
    if (former === undefined) return []
    if (effect.subjects === undefined) return blow(effect.title, county, former.state, effect.state)
    const names = new Map([...(former.subjects ?? []), ...effect.subjects].map(({ subject, name }) => [subject, name]))
    const stateAt = (list: EffectView['subjects'], subject: string): EffectView['state'] =>
      list?.find((one) => one.subject === subject)?.state ?? 'clear'
    return [...names].flatMap(([subject, name]) =>
      blow(effect.title, name, stateAt(former.subjects, subject), stateAt(effect.subjects, subject)),
    )
  })
}

function blow(
  title: string,
  subject: string,
  before: EffectView['state'],
  after: EffectView['state'],
): readonly ChangeEntry[] {
  return before === after ? [] : [{ kind: 'effect', title, subject, before: blows[before], after: blows[after] }]
}

/** Points and grades that changed. */
export function ratingTurns(before: readonly RatingView[], after: readonly RatingView[]): readonly ChangeEntry[] {
  const was = new Map(
    before.flatMap(({ id, subjects }) => subjects.map((rated) => [`${id} ${rated.subject}`, rated] as const)),
  )
  return after.flatMap(({ id, title, subjects }) =>
    subjects.flatMap((rated): readonly ChangeEntry[] => {
      const former = was.get(`${id} ${rated.subject}`)
      const words = { before: former === undefined ? '无此对象' : gradeWords(former), after: gradeWords(rated) }
      return words.before === words.after ? [] : [{ kind: 'rating', title, subject: rated.name, ...words }]
    }),
  )
}

const gradeWords = ({ points, possible }: RatedSubject): string =>
  `${points.shown} 分，${possible.length === 0 ? '不评等次' : possible.join('或')}`

/** What one figure says differently; either may be absent. */
export function figureTurn(
  about: { readonly title: string; readonly subject: string; readonly unit: string | undefined },
  before: Figure | undefined,
  after: Figure | undefined,
): readonly ChangeEntry[] {
  if (before?.value === after?.value && before?.status === after?.status && before?.state === after?.state) return []
  const figure = after?.id ?? before?.id
  return [
    {
      kind: 'figure',
      title: about.title,
      subject: about.subject,
      before: shownWith(before, about.unit),
      after: shownWith(after, about.unit),
      ...(before?.state !== undefined && { state_before: before.state }),
      ...(after?.state !== undefined && { state_after: after.state }),
      ...(figure !== undefined && { figure }),
    },
  ]
}

function shownWith(figure: Figure | undefined, unit: string | undefined): string {
  if (figure === undefined) return '无此对象'
  return figure.value === undefined || unit === undefined ? figure.shown : `${figure.shown} ${unit}`
}

/** Figures whose light turned before those that only moved; the order is kept otherwise. */
export function turnedFirst(figures: readonly ChangeEntry[]): readonly ChangeEntry[] {
  const hasTurned = ({ state_before, state_after }: ChangeEntry): boolean => state_before !== state_after
  return [...figures.filter(hasTurned), ...figures.filter((one) => !hasTurned(one))]
}
