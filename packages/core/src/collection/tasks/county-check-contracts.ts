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
    check: Type.String({ description: '核对规则的标识；与其他单位和上年相比的，以 peers: 开头' }),
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

const result = {
  started_at: Type.String({ description: '做完的这一次是何时开始的' }),
  started_by: Type.String(),
  submissions: Type.Integer({ minimum: 0, description: '核对了多少张已上报的表' }),
  hard: Count,
  soft: Count,
  notes: Type.Integer({ minimum: 0, description: '没有执行的规则' }),
}

/** What the last check that was done came to, in figures. */
export const CountyCheckResult = Type.Object(result, strict)
export type CountyCheckResult = Static<typeof CountyCheckResult>

/** 全县核对 of a period: how far the last one started is, and what the last one done came to. */
export const CountyCheckRun = Type.Object(
  {
    state: Type.Union([Type.Literal('none'), Type.Literal('running'), Type.Literal('done'), Type.Literal('failed')]),
    started_at: Type.Optional(Type.String()),
    started_by: Type.Optional(Type.String()),
    done: Type.Integer({ minimum: 0, description: '已核对的规则数' }),
    total: Count,
    problem: Type.Optional(Type.String({ description: '为什么没有做完' })),
    result: Type.Optional(CountyCheckResult),
  },
  strict,
)
export type CountyCheckRun = Static<typeof CountyCheckRun>

/** What the last check that was done found. */
export const CountyCheckFindings = Type.Object(
  {
    ...result,
    listed_of: Type.Integer({ minimum: 0, description: '符合条件的共多少条，列出的至多 5000 条' }),
    findings: Type.Array(CountyFinding, { description: '强制性的在前；全部在下载的表里' }),
  },
  strict,
)
export type CountyCheckFindings = Static<typeof CountyCheckFindings>
