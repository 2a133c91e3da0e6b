import { dayAfter, dayOf, daysAfter, schoolYearOf } from '@eduduty/core/calendar'
import { areaPath } from '@eduduty/core/organizations'
import { handInPeriodic, planPeriodic, readPeriodic } from '../../enrolment/index.ts'
import { type Ctx, systemCaller } from '../../platform/ctx.ts'
import type { Installation } from '../../platform/installation.ts'
import { county, schools } from '../county.ts'
import type { StagePlan } from '../school-plan.ts'

/** Who has not handed in the month that is over. */
const late = ['石桥镇中心小学', '南山乡初级中学']
/** Far enough back that one month is over, its time with it. */
const DAYS_BACK = 45

interface OwedRow {
  readonly periodic_id: string
  readonly org_path: string
  readonly unit_name: string
  readonly ends_on: string
  readonly due_on: string
}

/** Opens the periodic reports of the school year, and has the schools hand in the month that is over. Gives how many. */
export function seedPeriodic({ door }: Pick<Installation, 'door'>): Promise<{ periodic: number }> {
  const root = areaPath(county.code)
  const caller = systemCaller('建立演示县的定期报告', { scopes: [root], county: county.code, path: root })
  return door.write(caller, async (ctx) => {
    const [first] = await ctx.db.run('select 1 from enrolment_periodic where county_code = $1 limit 1', [county.code])
    if (first !== undefined) return { periodic: 0 }
    const today = dayOf(ctx.now)
    const plan = { year: schoolYearOf(today), since: daysAfter(today, -DAYS_BACK) }
    const periodic = await planPeriodic(ctx, county.code, plan)
    for (const row of await findOver(ctx, today)) if (!late.includes(row.unit_name)) await handIn(ctx, row)
    return { periodic }
  })
}

/** Reports of schools whose last day is past. */
function findOver({ db }: Ctx, today: string): Promise<readonly OwedRow[]> {
  return db.run<OwedRow>(
    `select p.periodic_id, p.org_path, p.unit_name, p.ends_on::text as ends_on, c.due_on::text as due_on
     from enrolment_periodic p join clocks_clocks c on c.county_code = p.county_code and c.clock_id = p.clock_id
     where p.county_code = $1 and p.rule_id = 'school_monthly' and c.due_on < $2 order by p.org_path`,
    [county.code, today],
  )
}

async function handIn(ctx: Ctx, { periodic_id, org_path, unit_name, ends_on }: OwedRow): Promise<void> {
  const actor = { ...ctx.actor, id: `demo 学籍管理员 ${org_path}`, name: '学籍管理员' }
  const then = { ...ctx, actor, now: new Date(`${dayAfter(ends_on)}T02:00:00Z`) }
  const key = { county: county.code, periodic: periodic_id }
  const { figures } = await readPeriodic(then, key, { own: [org_path], decides: [], on: ends_on })
  const stated = figures.map(({ figure, near, now = near?.count ?? 0 }) => ({
    figure,
    stated: figure === 'on_roll' && now === 0 ? pupilsOf(unit_name) : now,
  }))
  await handInPeriodic(
    then,
    key,
    { stated_on: ends_on, figures: stated, says: '' },
    {
      own: [org_path],
      decides: [],
    },
  )
}

function pupilsOf(name: string): number {
  const found = schools.find((school) => school.name === name)
  const of = (stage: StagePlan | undefined): number => (stage === undefined ? 0 : stage.classes * stage.size)
  return of(found?.primary) + of(found?.junior)
}
