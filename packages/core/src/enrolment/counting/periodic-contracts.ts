import { type Static, Type } from 'typebox'
import { LedgerFigure } from '../../packs/index.ts'
import { LedgerKind } from './contracts.ts'

const strict = { additionalProperties: false } as const
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const Count = Type.Integer({ minimum: 0, maximum: 10_000_000 })

export const ledgerFigureTitles: Readonly<Record<LedgerFigure, string>> = {
  children: '适龄儿童',
  inside: '县内就读',
  outside: '县外就读有证明',
  unproven: '待补证明',
  out_of_school: '未入学和辍学',
  other: '经批准延缓、休学，已毕业',
  on_roll: '学籍人数',
  open: '疑似辍学待核实',
  confirmed: '疑似辍学属实',
  cases: '劝返中',
  returned: '已销案',
}

/** Where a periodic report stands on a day. `early`: its stretch is not over; `returned`: it is owed once more. */
export const PeriodicState = Type.Union([
  Type.Literal('early'),
  Type.Literal('owed'),
  Type.Literal('returned'),
  Type.Literal('overdue'),
  Type.Literal('in_time'),
  Type.Literal('late'),
])
export type PeriodicState = Static<typeof PeriodicState>

export const periodicStateTitles: Readonly<Record<PeriodicState, string>> = {
  early: '未到期',
  owed: '待报',
  returned: '退回待重报',
  overdue: '逾期未报',
  in_time: '已报',
  late: '逾期已报',
}

export const PeriodicRow = Type.Object(
  {
    periodic: Type.String(),
    title: Type.String(),
    period: Type.String(),
    year: Type.Integer({ description: '学年的起始年' }),
    unit: Type.String(),
    to: Type.String(),
    ends_on: Day,
    due_on: Type.Optional(Day),
    missing_year: Type.Optional(Type.Integer({ description: '缺这一年的工作日历，算不出最后一天' })),
    unverified: Type.Boolean({ description: '几天内报出没有文件依据' }),
    is_undecided: Type.Boolean({ description: '期限未定：本县尚未确定几天内报出，不计时' }),
    state: PeriodicState,
    handed_in_on: Type.Optional(Day),
    handed_in_by: Type.String(),
    stated_on: Type.Optional(Day),
    returned_on: Type.Optional(Day),
    may_hand_in: Type.Boolean(),
    may_return: Type.Boolean({ description: '可以退回报送的单位' }),
  },
  strict,
)
export type PeriodicRow = Static<typeof PeriodicRow>

export const PeriodicList = Type.Object(
  {
    today: Day,
    years: Type.Array(Type.Integer(), { description: '开展过的学年，新的在前' }),
    year: Type.Integer(),
    rows: Type.Array(PeriodicRow),
    may_plan: Type.Boolean({ description: '可以开展这一学年的定期报告' }),
  },
  strict,
)
export type PeriodicList = Static<typeof PeriodicList>

export const PlanPeriodicBody = Type.Object(
  {
    year: Type.Integer({ minimum: 2000, maximum: 2998, description: '学年的起始年' }),
    since: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: '末日早于这一天的各期不要' }),
  },
  strict,
)
export type PlanPeriodicBody = Static<typeof PlanPeriodicBody>

export const PlannedPeriodic = Type.Object({ added: Count }, strict)
export type PlannedPeriodic = Static<typeof PlannedPeriodic>

/** Another roll, where none stood on the day: how many pupils are on it, of which school year, and when it was handed in. */
export const NearRoll = Type.Object({ count: Count, year: Type.Integer(), handed_in_on: Type.Optional(Day) }, strict)
export type NearRoll = Static<typeof NearRoll>

/** Which roll it is. */
export const rollTitle = ({ year, handed_in_on: day }: NearRoll): string =>
  day === undefined ? `${year}学年的名册` : `${year}学年、${day}报的名册`

/** A number as the report states it, as the ledger had it when it was handed in, and as it has it for that day now. */
export const StatedFigure = Type.Object(
  {
    figure: LedgerFigure,
    stated: Type.Optional(Count),
    counted: Type.Optional(Count),
    counted_near: Type.Optional(NearRoll),
    now: Type.Optional(Count),
    near: Type.Optional(NearRoll),
  },
  strict,
)
export type StatedFigure = Static<typeof StatedFigure>

/** A child whom the ledger of that day holds otherwise than when the report was handed in. */
export const PeriodicDifference = Type.Object(
  {
    ledger: LedgerKind,
    child: Type.String({ description: '姓名，遮蔽' }),
    before: Type.String({ description: '报送时的状态；空为当时没有' }),
    now: Type.String({ description: '现在台账里那一天的状态；空为没有' }),
  },
  strict,
)
export type PeriodicDifference = Static<typeof PeriodicDifference>

export const PeriodicView = Type.Object(
  {
    row: PeriodicRow,
    basis: Type.String(),
    clock_says: Type.String({ description: '期限怎样算，依据什么' }),
    on: Day,
    ledger_year: Type.Optional(Type.Integer({ description: '用哪个学年的名册' })),
    figures: Type.Array(StatedFigure),
    says: Type.String(),
    returned: Type.Optional(
      Type.Object(
        { on: Day, by: Type.String(), reason: Type.String() },
        { ...strict, description: '退回了，还没有重新报送' },
      ),
    ),
    versions: Type.Array(
      Type.Object({ version: Type.Integer(), stated_on: Day, by: Type.String(), at: Type.String() }, strict),
      { description: '报送过几次，新的在前' },
    ),
    differences: Type.Array(PeriodicDifference),
    paper: Type.Optional(
      Type.Object({ report: Type.String(), title: Type.String(), signed_at: Type.String() }, strict),
    ),
  },
  strict,
)
export type PeriodicView = Static<typeof PeriodicView>

export const HandInPeriodicBody = Type.Object(
  {
    stated_on: Day,
    figures: Type.Array(Type.Object({ figure: LedgerFigure, stated: Count }, strict), { maxItems: 11 }),
    says: Type.String({ maxLength: 500, description: '与台账不同的为什么不同' }),
  },
  strict,
)
export type HandInPeriodicBody = Static<typeof HandInPeriodicBody>

export const ReturnPeriodicBody = Type.Object(
  { reason: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S', description: '为什么退回' }) },
  strict,
)
export type ReturnPeriodicBody = Static<typeof ReturnPeriodicBody>
