import { type Static, Type } from 'typebox'
import { Basis, Id } from './basis.ts'

/** Meetings at which education is dealt with. */
export const MeetingKind = Type.Union([
  Type.Literal('党委会'),
  Type.Literal('政府常务会'),
  Type.Literal('专题会'),
  Type.Literal('督导委员会会议'),
  Type.Literal('联席会议'),
])
export type MeetingKind = Static<typeof MeetingKind>

/** What a government has set itself for a year, or promised in public. */
export const PromiseKind = Type.Union([
  Type.Literal('年度重点工作'),
  Type.Literal('民生实事'),
  Type.Literal('公开承诺'),
])
export type PromiseKind = Static<typeof PromiseKind>

/** How people's congress and CPPCC supervise. */
export const ProposalKind = Type.Union([
  Type.Literal('代表建议'),
  Type.Literal('政协提案'),
  Type.Literal('人大视察'),
  Type.Literal('人大审议'),
  Type.Literal('政协视察'),
])
export type ProposalKind = Static<typeof ProposalKind>

/** What an official does at the school that is theirs to look after. */
export const VisitKind = Type.Union([Type.Literal('到校'), Type.Literal('讲课')])
export type VisitKind = Static<typeof VisitKind>

/** With whom a pledge is signed. */
export const PledgeLevel = Type.Union([
  Type.Literal('部门'),
  Type.Literal('乡镇'),
  Type.Literal('村'),
  Type.Literal('学校'),
])
export type PledgeLevel = Static<typeof PledgeLevel>

/** Casework records that can be counted, and the kinds that each has. */
export const countedKinds = {
  会议: MeetingKind.anyOf.map((one): string => one.const),
  决定: MeetingKind.anyOf.map((one): string => one.const),
  重点工作和承诺: PromiseKind.anyOf.map((one): string => one.const),
  人大政协: ProposalKind.anyOf.map((one): string => one.const),
  联系学校: VisitKind.anyOf.map((one): string => one.const),
  责任书: PledgeLevel.anyOf.map((one): string => one.const),
} as const

export const CountSubject = Type.Union([
  Type.Literal('会议'),
  Type.Literal('决定'),
  Type.Literal('重点工作和承诺'),
  Type.Literal('人大政协'),
  Type.Literal('联系学校'),
  Type.Literal('责任书'),
])
export type CountSubject = Static<typeof CountSubject>

/** Which records of a unit within a year say what one cell of its register should hold. */
export const Count = Type.Object(
  {
    id: Id,
    title: Type.String({ minLength: 1 }),
    register: Id,
    column: Id,
    /** Of a register of several rows a unit: which row. Column id → value as it is written in the register. */
    row: Type.Optional(Type.Record(Id, Type.String())),
    /** The indicator that reads the cell. */
    indicator: Type.Optional(Id),
    of: CountSubject,
    /** Only these kinds; absent: all. */
    kinds: Type.Optional(Type.Array(Type.String({ minLength: 1 }), { minItems: 1 })),
    /** Only what is carried out, answered in time or kept. */
    only: Type.Optional(Type.Literal('已落实')),
    note: Type.Optional(Type.String()),
    basis: Type.Optional(Basis),
  },
  { additionalProperties: false },
)
export type Count = Static<typeof Count>
