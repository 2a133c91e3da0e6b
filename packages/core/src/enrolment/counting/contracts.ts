import { type Static, Type } from 'typebox'

const strict = { additionalProperties: false } as const
const Count = Type.Integer({ minimum: 0 })

/** The three ledgers: 适龄儿童, 疑似辍学, 辍学. */
export const LedgerKind = Type.Union([Type.Literal('children'), Type.Literal('suspected'), Type.Literal('cases')])
export type LedgerKind = Static<typeof LedgerKind>

export const ledgerTitles: Readonly<Record<LedgerKind, string>> = {
  children: '适龄儿童台账',
  suspected: '疑似辍学台账',
  cases: '辍学台账',
}

/** What the three ledgers hold at one township or school, as far as the reader reaches. */
export const LedgerPlace = Type.Object(
  {
    path: Type.String({ description: '单位在组织树中的路径' }),
    name: Type.String(),
    children: Type.Optional(Count),
    inside: Type.Optional(Count),
    outside: Type.Optional(Type.Integer({ minimum: 0, description: '县外就读，有就读证明' })),
    unproven: Type.Optional(Type.Integer({ minimum: 0, description: '县外就读没有证明，延缓、休学没有批准' })),
    out_of_school: Type.Optional(Type.Integer({ minimum: 0, description: '未入学和辍学' })),
    other: Type.Optional(Type.Integer({ minimum: 0, description: '经批准的延缓入学和休学，已完成义务教育' })),
    on_roll: Type.Optional(Type.Integer({ minimum: 0, description: '学籍在本校' })),
    open: Type.Integer({ minimum: 0, description: '疑似辍学，待核实' }),
    confirmed: Type.Integer({ minimum: 0, description: '疑似辍学，核实属实' }),
    cases: Type.Integer({ minimum: 0, description: '劝返中的个案' }),
    returned: Type.Integer({ minimum: 0, description: '已销的个案' }),
  },
  strict,
)
export type LedgerPlace = Static<typeof LedgerPlace>

export const LedgerDifferenceKind = Type.Union([
  Type.Literal('out_without_case'),
  Type.Literal('case_in_school'),
  Type.Literal('confirmed_without_case'),
  Type.Literal('counted_otherwise'),
])
export type LedgerDifferenceKind = Static<typeof LedgerDifferenceKind>

/** Where two of the ledgers do not say the same of one child, or a form not the same of one township. */
export const LedgerDifference = Type.Object(
  {
    kind: LedgerDifferenceKind,
    path: Type.String(),
    unit: Type.String(),
    child: Type.String({ description: '姓名，遮蔽；空为整个单位' }),
    case_id: Type.Optional(Type.String({ description: '这个孩子的个案' })),
    says: Type.String(),
  },
  strict,
)
export type LedgerDifference = Static<typeof LedgerDifference>

export const LedgerBook = Type.Object(
  {
    years: Type.Array(Type.Integer(), { description: '有名册的年度，新的在前' }),
    year: Type.Integer(),
    places: Type.Array(LedgerPlace),
    earlier_open: Type.Array(Type.Object({ year: Type.Integer(), open: Count }, strict), {
      description: '以前学年比对发现、还待核实的孩子，不在这一年的数里',
    }),
    begun: Type.Array(Type.Object({ year: Type.Integer(), children: Count }, strict), {
      description: '以后学年刚开始报的名册和已报的人数',
    }),
    differences: Type.Array(LedgerDifference),
  },
  strict,
)
export type LedgerBook = Static<typeof LedgerBook>

export const LedgerFilter = Type.Object(
  {
    unit: Type.Optional(Type.String({ maxLength: 400, description: '只看这个单位的，路径' })),
    state: Type.Optional(Type.String({ maxLength: 40 })),
    offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  },
  strict,
)
export type LedgerFilter = Static<typeof LedgerFilter>

/** The same with a name, a village or a school. Sent in a body: a name stands in no address. */
export const LedgerSearch = Type.Object(
  {
    ...LedgerFilter.properties,
    text: Type.Optional(Type.String({ maxLength: 40, description: '姓名、村（居）、学校里有这些字' })),
  },
  strict,
)
export type LedgerSearch = Static<typeof LedgerSearch>

/** One child in a ledger: the name is masked, the number is not there at all. */
export const LedgerRow = Type.Object(
  {
    id: Type.String(),
    name: Type.String({ description: '姓名，遮蔽' }),
    sex: Type.String(),
    age: Type.Optional(Type.Integer({ description: '年度9月1日的周岁' })),
    unit: Type.String(),
    village: Type.String(),
    school: Type.String(),
    state: Type.String({ description: '在办的个案为它自己的状态' }),
    case_id: Type.Optional(Type.String({ description: '这个孩子的个案' })),
    says: Type.String({ description: '就读证明、批准文号，或为什么列入' }),
  },
  strict,
)
export type LedgerRow = Static<typeof LedgerRow>

export const LedgerRows = Type.Object({ total: Count, rows: Type.Array(LedgerRow) }, strict)
export type LedgerRows = Static<typeof LedgerRows>
