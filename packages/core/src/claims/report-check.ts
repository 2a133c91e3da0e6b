import { type Static, Type } from 'typebox'

const strict = { additionalProperties: false } as const
const Offset = Type.Integer({ minimum: 0 })

/** Where something stands in the original: characters of the whole text, and its paragraph or cell, counted from 1. */
export const ReportPlace = Type.Object(
  {
    start: Offset,
    end: Offset,
    paragraph: Type.Integer({ minimum: 1, description: '第几段；表格算一段' }),
    row: Type.Optional(Type.Integer({ minimum: 1 })),
    column: Type.Optional(Type.Integer({ minimum: 1 })),
  },
  strict,
)
export type ReportPlace = Static<typeof ReportPlace>

export const ReportClaim = Type.Object(
  {
    id: Offset,
    text: Type.String({ description: '原文中的数和单位' }),
    quantity: Type.String({ description: '这个数说的是什么' }),
    value: Type.String({ description: '精确的数，按 unit 计' }),
    unit: Type.String(),
    at: ReportPlace,
    period: Type.Optional(Type.String({ description: '年度；previous 上年，current 本年' })),
    role: Type.String({
      description:
        'level 数量、change 增减数、rate 增幅、points 百分点、share 占比或比率、each 平均或标准、base 比较的基数、line 标准线、plan 计划',
    }),
    confirmed: Type.Boolean({ description: '有别的数印证' }),
  },
  strict,
)
export type ReportClaim = Static<typeof ReportClaim>

export const ReportFinding = Type.Object(
  {
    grade: Type.Union([Type.Literal('wrong'), Type.Literal('doubtful'), Type.Literal('uncheckable')]),
    sentence: Type.String({ description: '原句' }),
    computation: Type.String({ description: '怎样算的，结果及其范围' }),
    expected: Type.String({ description: '应当是多少' }),
    found: Type.String({ description: '写的是多少' }),
    claims: Type.Array(Offset, { description: '涉及的数，第一个是最可能写错的' }),
    at: ReportPlace,
    kind: Type.String(),
    /** Another digit in one of the numbers after which everything would hold. */
    corrections: Type.Array(Type.Object({ claim: Offset, from: Type.String(), to: Type.String() }, strict), {
      description: '改动一个数字即可相符的写法，最可能的在前',
    }),
  },
  strict,
)
export type ReportFinding = Static<typeof ReportFinding>

/** What checking a report gives. */
export const ReportCheck = Type.Object(
  {
    claims: Type.Array(ReportClaim),
    findings: Type.Array(ReportFinding),
    confirmed: Type.Integer({ minimum: 0, description: '有别的数印证、又没有发现问题的数' }),
    against: Type.Optional(
      Type.Object(
        {
          matched: Type.Integer({ minimum: 0, description: '在评估结果里找到同一项目的数' }),
          equal: Type.Integer({ minimum: 0, description: '其中相等的' }),
          unmatched: Type.Integer({ minimum: 0, description: '评估结果里没有，无从核对的数' }),
        },
        strict,
      ),
    ),
  },
  strict,
)
export type ReportCheck = Static<typeof ReportCheck>
