/** Who may do what, written by hand from the duties that each role has by its title. Shares no code with the application. */
const matrix = `督导办、分管领导、上级督导、督学 | 部门负责人、部门填报、乡镇、校长、学校填报、控辍专干 | 系统、安全、审计
  evaluation.read               ●●●●  ●·····  ···
  evaluation.own                ····  ●●●●●·  ···
  evaluation.what_if            ●●●●  ●·····  ···
  evaluation.comment            ●●●●  ●·····  ···
  evaluation.price              ●···  ······  ···
  evaluation.deliver            ●···  ······  ···
  evaluation.gather             ●·●·  ······  ···
  reports.write                 ●···  ●·····  ···
  reports.read                  ●●●●  ●●●●●·  ···
  reports.draft                 ●···  ●●●●●·  ···
  reports.sign                  ●●··  ●··●··  ···
  claims.read                   ●●●●  ●●●●●·  ···
  claims.check                  ●·●●  ●●●●●·  ···
  packs.read                    ●●●●  ●·····  ···
  packs.draft                   ●···  ······  ···
  packs.approve                 ●···  ······  ···
  appraisal.read                ●●●●  ●●●●●·  ···
  appraisal.plan                ●·●·  ······  ···
  appraisal.self_rate           ●···  ●●●●●·  ···
  appraisal.rate                ···●  ······  ···
  appraisal.conclude            ●·●·  ······  ···
  appraisal.decide              ●●●·  ······  ···
  collection.read               ●●·●  ●●●●●·  ···
  collection.plan               ●···  ······  ···
  collection.fill               ····  ·●●●●·  ···
  collection.review_first       ●···  ●·●···  ···
  collection.review             ●···  ······  ···
  organizations.read            ●●●●  ●●●●●●  ●●●
  organizations.manage          ●···  ······  ●··
  identity.read                 ●●··  ●·●●··  ●●●
  identity.manage               ····  ······  ●··
  identity.reveal               ····  ●··●··  ···
  identity.grants_read          ····  ······  ·●●
  identity.grants_propose       ····  ······  ·●·
  identity.grants_decide        ····  ······  ·●·
  identity.administrators_read  ····  ······  ●●●
  identity.secrets_issue        ····  ······  ·●·
  identity.secrets_confirm      ····  ······  ●●●
  identity.sessions_manage      ····  ······  ·●·
  identity.settings_manage      ····  ······  ·●·
  audit.read                    ····  ······  ··●
  audit.export                  ····  ······  ··●
  duties.read                   ●●●●  ●●●●●·  ···
  duties.plan                   ●···  ······  ···
  duties.work                   ●···  ●●●●●·  ···
  duties.supervise              ·●··  ······  ···
  archive.read                  ●●●●  ●●●●●●  ···
  archive.provide               ●···  ●●●●●●  ···
  archive.review                ●·●●  ●·●···  ···
  archive.plan                  ●···  ······  ···
  enrolment.read                ●●·●  ●·●●●●  ···
  enrolment.count               ●·●·  ●·····  ···
  enrolment.find                ●···  ●····●  ···
  enrolment.work                ●···  ●·●●●●  ···
  enrolment.decide              ●···  ●·····  ···
  enrolment.reveal              ····  ●·●●··  ···
  enrolment.visit               ····  ··●●●·  ···
  enrolment.diagnose            ····  ●··●●●  ···
  clocks.read                   ●●●●  ●●●●●●  ···
  clocks.enter_calendar         ●···  ······  ···
  desk.notify                   ●···  ··●···  ···
  desk.status_read              ····  ······  ●·●
  desk.settings_manage          ····  ······  ●··`
const roles =
  'supervisor leader superior_supervisor inspector department_head department_clerk township_clerk school_head school_clerk enrolment_clerk system_admin security_admin auditor'
type Post = { closedOn: string | null; unit: { path: string } }
type Time = { since: string; until: string | null; status: string; post: Post }
type Facts = { tenures: (Time & { person: object })[]; grants: (Time & { role: string; scope: string })[] }
type World<U> = Facts & { units: U[] }
type Question = { who: { account: string }; verb: string; day: string }

/** The units whose rows a person may use a verb on, on a day; nothing for one whose account is not in use. */
export function allowed<U extends { path: string }>(world: World<U>, { who, verb, day }: Question): Set<U> {
  const marks = new RegExp(` ${verb.replace('.', '\\.')} (.*)`).exec(matrix)?.[1]?.replaceAll(' ', '') ?? ''
  const lasts = (it: Time): boolean => it.status === 'approved' && it.since <= day && !(it.until && it.until <= day)
  const posts = world.tenures.filter((it) => it.person === who && lasts(it)).map((it) => it.post)
  const open = posts.filter((it) => !(it.closedOn && it.closedOn <= day))
  const kept = world.grants.filter(
    (it) => open.includes(it.post) && lasts(it) && marks[roles.split(' ').indexOf(it.role)] === '●',
  )
  const isIn = (path: string[], scope: string[]): boolean => scope.every((part, at) => part === '' || part === path[at])
  // Filling in, and what is one's own, is for the unit of the post; what lies below it is told apart by the use cases.
  const home = (it: { post: Post }): string[] => it.post.unit.path.split('/')
  const isOwn = verb === 'collection.fill' || verb === 'evaluation.own'
  const filling = isOwn ? kept.filter((it) => isIn(home(it), it.scope.split('/'))) : kept
  const reach = filling.map((it) => (isOwn ? home(it) : it.scope.split('/')))
  const scopes = who.account === 'active' ? reach : []
  return new Set(world.units.filter((unit) => scopes.some((scope) => isIn(unit.path.split('/'), scope))))
}
