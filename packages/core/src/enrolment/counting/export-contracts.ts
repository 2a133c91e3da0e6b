import { type Static, Type } from 'typebox'
import { ledgerTitles } from './contracts.ts'

const strict = { additionalProperties: false } as const
const Reason = Type.String({ minLength: 1, maxLength: 300, pattern: '\\S' })

/** A list with more children below this age than the pack allows leaves the system only with a second person's approval. */
export const MINOR_AGE = 14

/** What leaves as a file: one of the three ledgers, or the list for visits from door to door. */
export const ExportKind = Type.Union([
  Type.Literal('children'),
  Type.Literal('suspected'),
  Type.Literal('cases'),
  Type.Literal('doors'),
])
export type ExportKind = Static<typeof ExportKind>

export const exportTitles: Readonly<Record<ExportKind, string>> = { ...ledgerTitles, doors: '入户摸排表' }

/** For how many days an approved list may be downloaded. */
export const EXPORT_DAYS = 7

export const ExportBody = Type.Object(
  {
    unit: Type.Optional(Type.String({ minLength: 1, maxLength: 400, description: '只要这个单位的，路径' })),
    state: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
    reason: Reason,
  },
  strict,
)
export type ExportBody = Static<typeof ExportBody>

/** Asks for the list for visits with names and addresses. */
export const DoorListBody = Type.Object({ reason: Reason }, strict)
export type DoorListBody = Static<typeof DoorListBody>

export const ExportState = Type.Union([Type.Literal('asked'), Type.Literal('approved'), Type.Literal('refused')])
export type ExportState = Static<typeof ExportState>

export const exportStateTitles: Readonly<Record<ExportState, string>> = {
  asked: '待批准',
  approved: '已批准',
  refused: '未批准',
}

export const ExportView = Type.Object(
  {
    export: Type.String(),
    ledger: ExportKind,
    year: Type.Integer(),
    unit: Type.String({ description: '空为看得见的全部' }),
    row_state: Type.String(),
    reason: Type.String(),
    children: Type.Integer(),
    minors: Type.Integer({ description: '未满14周岁的' }),
    state: ExportState,
    asked_by: Type.String(),
    asked_at: Type.String(),
    decided_by: Type.String(),
    answer: Type.String(),
    fetched: Type.Integer({ description: '下载过几次' }),
    may_decide: Type.Boolean(),
    may_fetch: Type.Boolean(),
  },
  strict,
)
export type ExportView = Static<typeof ExportView>

export const ExportList = Type.Object({ exports: Type.Array(ExportView) }, strict)
export type ExportList = Static<typeof ExportList>

export const ExportDecision = Type.Object({ approves: Type.Boolean(), says: Type.String({ maxLength: 300 }) }, strict)
export type ExportDecision = Static<typeof ExportDecision>

export interface ExportFacts {
  readonly state: ExportState
  readonly minors: number
  readonly askedBy: string
  /** When it was approved; undefined while it is not. */
  readonly decidedAt: Date | undefined
}

/** Whether `person` may decide on an export: nobody on their own. */
export function mayDecideExport({ state, askedBy }: ExportFacts, person: string): boolean {
  return state === 'asked' && askedBy !== person
}

/** Whether `person` may download it now: who asked, once it is approved, for `EXPORT_DAYS` days. */
export function mayFetchExport({ state, askedBy, decidedAt }: ExportFacts, person: string, now: Date): boolean {
  if (state !== 'approved' || askedBy !== person || decidedAt === undefined) return false
  return now.getTime() - decidedAt.getTime() <= EXPORT_DAYS * 86_400_000
}
