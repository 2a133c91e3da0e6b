import { type Static, Type } from 'typebox'
import { PledgeLevel } from '../../packs/index.ts'
import { DutyPlan } from '../contracts.ts'
import { PledgeContent } from './pledge-content.ts'
import { PledgeState } from './pledge-state.ts'

const strict = { additionalProperties: false } as const
const Id = Type.String({ minLength: 1, maxLength: 100 })
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })

/** A unit or village that should sign, and how far it is. */
export const PledgeRow = Type.Object(
  {
    party: Id,
    name: Type.String(),
    level: PledgeLevel,
    issuer: Id,
    issuer_name: Type.String(),
    tasks: Type.Integer({ description: '写进责任书的任务' }),
    state: PledgeState,
    pledge: Type.Optional(Id),
    number: Type.String({ description: '责任书编号；没有生成的为空' }),
    made_by: Type.String(),
    made_on: Type.Optional(Day),
    signed_on: Type.Optional(Day),
    signed_by: Type.String(),
    copy_no: Type.String(),
    copy: Type.Optional(Type.String({ description: '签订本扫描件在佐证档案里的材料标识；没有的为无' })),
    may_copy: Type.Boolean({ description: '可以上传签订本扫描件' }),
    voided: Type.Integer({ description: '作废过几份' }),
    reminded: Type.Integer({ description: '催签过几次' }),
    reminded_on: Type.Optional(Day),
    may_make: Type.Boolean({ description: '可以生成、登记签订、催签' }),
  },
  strict,
)
export type PledgeRow = Static<typeof PledgeRow>

/** How far pledges reach among units of one level under one unit. */
export const PledgeCover = Type.Object(
  {
    issuer: Id,
    issuer_name: Type.String(),
    level: PledgeLevel,
    units: Type.Integer(),
    signed: Type.Integer(),
    copied: Type.Integer({ description: '已签的里面有扫描件的' }),
    missing: Type.Array(Type.String()),
  },
  strict,
)
export type PledgeCover = Static<typeof PledgeCover>

/** The words of a plan's pledges; where they are its own. */
export const PledgeTextView = Type.Object(
  {
    title: Type.String(),
    preamble: Type.String(),
    closing: Type.String(),
    is_own: Type.Boolean({ description: '本县改过' }),
    is_unverified: Type.Boolean(),
    may_change: Type.Boolean(),
  },
  strict,
)
export type PledgeTextView = Static<typeof PledgeTextView>

export const PledgeList = Type.Object(
  {
    plan: DutyPlan,
    text: PledgeTextView,
    rows: Type.Array(PledgeRow),
    cover: Type.Array(PledgeCover),
  },
  strict,
)
export type PledgeList = Static<typeof PledgeList>

const Parties = Type.Array(Id, { minItems: 1, maxItems: 2000 })

export const PartiesBody = Type.Object({ parties: Parties }, strict)
export type PartiesBody = Static<typeof PartiesBody>

export const SignPledgeBody = Type.Object(
  {
    signed_on: Day,
    signed_by: Type.String({ minLength: 1, maxLength: 100, description: '责任方签字人' }),
    copy_no: Type.String({ maxLength: 100, description: '留存本的编号' }),
  },
  strict,
)
export type SignPledgeBody = Static<typeof SignPledgeBody>

/** What became of the scanned copy of a signed pledge. */
export const PledgeCopied = Type.Object(
  { paper: Id, served: Type.Integer({ description: '用于几项佐证要求' }) },
  strict,
)
export type PledgeCopied = Static<typeof PledgeCopied>

export const PledgeTextBody = Type.Object(
  {
    title: Type.String({ minLength: 1, maxLength: 200 }),
    preamble: Type.String({ minLength: 1, maxLength: 2000 }),
    closing: Type.String({ minLength: 1, maxLength: 2000 }),
  },
  strict,
)
export type PledgeTextBody = Static<typeof PledgeTextBody>

export const PledgesMade = Type.Object({ made: Type.Integer(), kept: Type.Integer(), voided: Type.Integer() }, strict)
export type PledgesMade = Static<typeof PledgesMade>

export const PledgesReminded = Type.Object(
  { reminded: Type.Integer(), today: Type.Integer({ description: '今天已经催过的' }) },
  strict,
)
export type PledgesReminded = Static<typeof PledgesReminded>

/** What a made pledge says. */
export const PledgeView = Type.Object({ number: Type.String(), content: PledgeContent }, strict)
export type PledgeView = Static<typeof PledgeView>
