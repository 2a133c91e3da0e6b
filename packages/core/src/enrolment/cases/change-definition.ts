import {
  type Casework,
  type CaseworkExit,
  type CaseworkState,
  type CaseworkStep,
  caseCounterTitles,
} from '../../packs/index.ts'
import type { CaseState } from './case-of.ts'

/** Why an open case cannot go on by another definition. */
export type ChangeRefusal = 'case_closed' | 'state_unknown' | 'exit_unknown'

/** Whether a case may go on by `next` from where it stands: its state, and the way out that waits, have to be there too. */
export function refusalOfChange(next: Casework, state: CaseState): ChangeRefusal | undefined {
  if (state.closedOn !== undefined) return 'case_closed'
  if (!next.states.some(({ id, ends }) => id === state.state && ends !== true)) return 'state_unknown'
  const { proposed } = state
  return proposed === undefined || next.exits.some(({ id }) => id === proposed) ? undefined : 'exit_unknown'
}

/** In words, what another definition has otherwise: states, steps and ways out, come, gone or changed. */
export function changesOf(former: Casework, next: Casework): readonly string[] {
  return [
    ...compare(former.states, next.states, '这个状态', (before, state) => partsChanged(STATE_PARTS, before, state)),
    ...compare(former.steps, next.steps, '这一步', changesOfStep),
    ...compare(former.exits, next.exits, '这个去向', (before, exit) => [
      ...changesOfProof(before, exit),
      ...partsChanged(EXIT_PARTS, before, exit),
    ]),
  ]
}

interface Named {
  readonly id: string
  readonly title: string
}

/** Parts of a definition and what they say. */
type Parts<T> = readonly (readonly [part: keyof T, name: string])[]

function compare<T extends Named>(
  former: readonly T[],
  next: readonly T[],
  what: string,
  changes: (before: T, now: T) => readonly string[],
): readonly string[] {
  const changed = next.flatMap((one) => {
    const before = former.find(({ id }) => id === one.id)
    return before === undefined ? [`多了“${one.title}”${what}`] : changes(before, one)
  })
  const gone = former.filter(({ id }) => !next.some((one) => one.id === id))
  return [...changed, ...gone.map(({ title }) => `没有了“${title}”${what}`)]
}

const STATE_PARTS: Parts<CaseworkState> = [
  ['owner', '由谁办'],
  ['clock', '期限'],
  ['ends', '是否销案'],
]
const EXIT_PARTS: Parts<CaseworkExit> = [['proof', '要什么证明']]
const STEP_PARTS: Parts<CaseworkStep> = [
  ['by', '由谁办'],
  ['from', '从哪些状态可以办'],
  ['to', '办后到哪个状态'],
  ['counts', '计入哪种次数'],
  ['after_due', '是否过期才能办'],
  ['exits', '可选的去向'],
  ['paper', '出具的文书'],
  ['time', '怎样改动期限'],
  ['due', '期限到哪天'],
  ['proof', '要什么证明'],
]

/** The parts of which the two say different things, by their names. */
function partsChanged<T extends Named>(parts: Parts<T>, before: T, now: T): readonly string[] {
  const changed = parts.filter(([part]) => JSON.stringify(before[part]) !== JSON.stringify(now[part]))
  return changed.length === 0 ? [] : [`“${now.title}”${changed.map(([, name]) => name).join('、')}改了`]
}

function changesOfStep(before: CaseworkStep, step: CaseworkStep): string[] {
  const counts = (['visits', 'persuasions'] as const).flatMap((counter) => {
    const [was = 0, now = 0] = [before.at_least?.[counter], step.at_least?.[counter]]
    return was === now ? [] : [`“${step.title}”前${caseCounterTitles[counter]}至少${now}次（原来${was}次）`]
  })
  return [
    ...changesOfProof(before, step),
    ...changesOfFields(before, step),
    ...counts,
    ...partsChanged(STEP_PARTS, before, step),
  ]
}

type Proving = Named & { readonly proof?: string; readonly proof_file?: true }

function changesOfProof(before: Proving, now: Proving): string[] {
  if (now.proof_file === before.proof_file) return []
  return [`“${now.title}”${now.proof_file === true ? '要' : '不再要'}附${now.proof ?? before.proof ?? '证明'}的文件`]
}

function changesOfFields({ asks: before = [] }: CaseworkStep, { title, asks: now = [] }: CaseworkStep): string[] {
  const required = (fields: typeof now): readonly string[] =>
    fields.filter((field) => field.required === true).map((field) => field.title)
  const [was, is] = [required(before), required(now)]
  const added = is.filter((one) => !was.includes(one)).map((one) => `“${title}”要写明${one}`)
  const dropped = was.filter((one) => !is.includes(one)).map((one) => `“${title}”不再一定要写明${one}`)
  if (added.length + dropped.length > 0) return [...added, ...dropped]
  return JSON.stringify(before) === JSON.stringify(now) ? [] : [`“${title}”填写的内容改了`]
}
