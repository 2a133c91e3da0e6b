import { type Static, Type } from 'typebox'
import { Basis, FormulaText, Id, Verified } from './basis.ts'

const strict = { additionalProperties: false } as const

/** Columns of one register by what they say of a child. `unit`: the unit that has to look, where rows are an office's. */
export const MatchKeys = Type.Object(
  {
    identity: Type.Optional(Id),
    /** A number that both registers have besides the identity number, such as 学籍号. */
    number: Type.Optional(Id),
    name: Type.Optional(Id),
    birth: Type.Optional(Id),
    sex: Type.Optional(Id),
    guardian: Type.Optional(Id),
    phone: Type.Optional(Id),
    address: Type.Optional(Id),
    village: Type.Optional(Id),
    school: Type.Optional(Id),
    grade: Type.Optional(Id),
    unit: Type.Optional(Id),
  },
  strict,
)
export type MatchKeys = Static<typeof MatchKeys>

/** Rows of one register that take part: all, or those where a formula holds that looks at nothing but the row. */
export const MatchSide = Type.Object({ register: Id, where: Type.Optional(FormulaText), keys: MatchKeys }, strict)
export type MatchSide = Static<typeof MatchSide>

export const MatchFinds = Type.Union([
  Type.Literal('左边没有右边'),
  Type.Literal('两边都有'),
  Type.Literal('右边没有左边'),
])
export type MatchFinds = Static<typeof MatchFinds>

/** Ledger that what is found goes to. */
export const MatchLedger = Type.Union([
  Type.Literal('疑似失学'),
  Type.Literal('疑似辍学'),
  Type.Literal('待补证明'),
  Type.Literal('待核实信息'),
  Type.Literal('双重学籍'),
])
export type MatchLedger = Static<typeof MatchLedger>

/** Rows that need not be looked into, or for another reason than the rest. The first that holds decides. */
export const MatchExempt = Type.Object(
  {
    /** Formula at the row that is found. Exactly one of both. */
    when: Type.Optional(FormulaText),
    /** Or: the child also stands in another register, found there by an exact key. */
    in: Type.Optional(MatchSide),
    /** The reason, for people to read. */
    says: Type.String({ minLength: 1 }),
    /** How such a child counts: 已入学, 不计. */
    counts_as: Type.Optional(Type.String({ minLength: 1 })),
    /** Instead of being left alone, such a child is asked for under this ledger. */
    ledger: Type.Optional(MatchLedger),
    basis: Type.Optional(Basis),
  },
  strict,
)
export type MatchExempt = Static<typeof MatchExempt>

const Points = Type.Object(
  { agree: Type.Integer({ minimum: 0, maximum: 100 }), differ: Type.Integer({ minimum: 0, maximum: 100 }) },
  strict,
)

/** Points for and against two rows being one child, and the lines from which a pair is asked about. */
export const FuzzyRule = Type.Object(
  {
    weights: Type.Object(
      { identity: Points, name: Points, birth: Points, sex: Points, guardian: Points, address: Points },
      strict,
    ),
    /** From here a person is asked. */
    propose: Type.Integer({ minimum: 1, maximum: 200 }),
    /** From here the pair is called sure, and may be gone through with others. */
    likely: Type.Integer({ minimum: 1, maximum: 200 }),
  },
  strict,
)
export type FuzzyRule = Static<typeof FuzzyRule>

/** One comparison of registers: who should stand in both, or in only one of them, and does not. */
export const Match = Type.Object(
  {
    id: Id,
    title: Type.String({ minLength: 1 }),
    /** Under which name the comparison is listed, as the document calls it: 四查三比对. */
    heading: Type.Optional(Type.String({ minLength: 1 })),
    left: MatchSide,
    right: Type.Array(MatchSide, { minItems: 1 }),
    /** Roles whose equality is certain, tried in this order. */
    exact: Type.Array(Type.Union([Type.Literal('identity'), Type.Literal('number')]), { minItems: 1 }),
    finds: MatchFinds,
    /** Only rows of other units, or of the same one, are compared: by the columns of role `unit`. */
    units: Type.Optional(Type.Union([Type.Literal('不同'), Type.Literal('相同')])),
    /** What is found, for people to read; {column} stands for the cell of the left row. */
    says: Type.String({ minLength: 1 }),
    ledger: MatchLedger,
    /** 残疾, {care_kind}: which group of children the rows are of. */
    group: Type.Optional(Type.String({ minLength: 1 })),
    exempt: Type.Optional(Type.Array(MatchExempt)),
    /** Absent: only exact keys count. */
    fuzzy: Type.Optional(FuzzyRule),
    basis: Basis,
    verified: Type.Optional(Verified),
  },
  strict,
)
export type Match = Static<typeof Match>
