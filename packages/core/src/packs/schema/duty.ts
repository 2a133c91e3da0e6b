import { type Static, Type } from 'typebox'
import { Basis, Id, Verified } from './basis.ts'
import { DutyEvidence } from './indicator.ts'

/** Whose duty it is. */
export const DutyLevel = Type.Union([
  Type.Literal('县'),
  Type.Literal('部门'),
  Type.Literal('乡镇'),
  Type.Literal('村'),
  Type.Literal('学校'),
])
export type DutyLevel = Static<typeof DutyLevel>

/** The lists that governments keep: each is a view of the same duties. */
export const DutyList = Type.Union([
  Type.Literal('职责清单'),
  Type.Literal('任务清单'),
  Type.Literal('工作清单'),
  Type.Literal('负面清单'),
  Type.Literal('问题清单'),
])
export type DutyList = Static<typeof DutyList>

/** How often it falls due in a year. */
export const DutyCadence = Type.Union([
  Type.Literal('年'),
  Type.Literal('学期'),
  Type.Literal('季'),
  Type.Literal('月'),
  Type.Literal('一次'),
])
export type DutyCadence = Static<typeof DutyCadence>

/** One duty by law or document, from which the year's tasks are made. */
export const Duty = Type.Object(
  {
    id: Id,
    no: Type.Optional(Type.String()),
    title: Type.String({ minLength: 1 }),
    /** What is to be done, in words that stand in a pledge. */
    wording: Type.String({ minLength: 1 }),
    level: DutyLevel,
    lists: Type.Array(DutyList, { minItems: 1 }),
    /** Names of departments that lead; at other levels every unit of the level does. */
    lead: Type.Optional(Type.Array(Type.String({ minLength: 1 }))),
    with: Type.Optional(Type.Array(Type.String({ minLength: 1 }))),
    posts: Type.Optional(Type.Array(Type.String({ minLength: 1 }))),
    /** Indicator by which it is measured, of this pack or of one that it uses. */
    indicator: Type.Optional(Type.String()),
    /** What is handed over where nothing is measured: 责任书、方案、会议纪要. */
    deliverable: Type.Optional(Type.String()),
    cadence: DutyCadence,
    /** Month and day on which the last part of it is due: 12-31. */
    due: Type.Optional(Type.String({ pattern: '^\\d{2}-\\d{2}$' })),
    evidence: Type.Optional(Type.Array(DutyEvidence)),
    basis: Basis,
    verified: Type.Optional(Verified),
  },
  { additionalProperties: false },
)
export type Duty = Static<typeof Duty>
