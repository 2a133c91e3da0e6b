import { type Static, Type } from 'typebox'

const strict = { additionalProperties: false } as const
const Count = Type.Integer({ minimum: 0 })
const Side = Type.Object({ label: Type.String(), value: Type.String() }, strict)

/** One thing that all forms of a county, laid side by side, do not agree in. */
export const CountyFinding = Type.Object(
  {
    no: Type.Integer({ description: '次序' }),
    level: Type.Union([Type.Literal('hard'), Type.Literal('soft'), Type.Literal('note')], {
      description: '强制性、核实性、提示（规则没有执行）',
    }),
    unit: Type.String({ description: '单位代码；全县的问题为空' }),
    unit_name: Type.String(),
    township: Type.String(),
    register: Type.String(),
    register_title: Type.String(),
    check: Type.String({ description: '核对规则的标识；离群为空' }),
    check_title: Type.String(),
    kind: Type.String({ description: '核对的种类：表内、表间、年际、部门间、名册与表、汇总、离群' }),
    message: Type.String(),
    left: Type.Optional(Side),
    right: Type.Optional(Side),
    difference: Type.Optional(Type.String()),
    task_id: Type.Optional(Type.String({ description: '在哪张表里改' })),
    column: Type.Optional(Type.String()),
  },
  strict,
)
export type CountyFinding = Static<typeof CountyFinding>

/** 全县核对 of a period: how far it is, or what it found last. */
export const CountyCheckRun = Type.Object(
  {
    state: Type.Union([Type.Literal('none'), Type.Literal('running'), Type.Literal('done'), Type.Literal('failed')]),
    started_at: Type.Optional(Type.String()),
    started_by: Type.Optional(Type.String()),
    done: Type.Integer({ minimum: 0, description: '已核对的规则数' }),
    total: Count,
    problem: Type.Optional(Type.String({ description: '为什么没有做完' })),
    submissions: Type.Integer({ minimum: 0, description: '核对了多少张已上报的表' }),
    hard: Count,
    soft: Count,
    findings: Type.Array(CountyFinding, { description: '强制性的在前；至多 5000 条，全部在下载的表里' }),
  },
  strict,
)
export type CountyCheckRun = Static<typeof CountyCheckRun>
