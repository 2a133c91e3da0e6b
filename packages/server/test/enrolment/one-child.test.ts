import { beforeAll, describe, expect, test } from 'vitest'
import { listFindings } from '../../src/enrolment/matching/findings.ts'
import { settleFinding } from '../../src/enrolment/matching/settle-finding.ts'
import { systemIn, testCounty, testDoor, testKeyring, testPath } from '../harness/doors.ts'
import { onBothEngines } from '../harness/engines.ts'
import {
  type MatchWorld,
  matchChild,
  officeRow,
  openMatchWorld,
  schoolRow,
  secondRow,
  townshipRow,
} from './matching-world.ts'

const county = testCounty
const keyring = testKeyring()
const caller = systemIn()
const [pupil, atHome, together, later, twice, thrice] = [1, 2, 3, 4, 5, 6].map(matchChild)
if (!pupil || !atHome || !together || !later || !twice || !thrice) throw new Error('no children')

const out = { child_state: '未入学', attended_school: null }
const outside = [atHome, together, later]
const townshipRows = [townshipRow(pupil), ...outside.map((child) => townshipRow(child, out))]

onBothEngines((db) => {
  let world: MatchWorld

  beforeAll(async () => {
    const door = testDoor(db(), () => new Date('2026-01-12T08:00:00Z'))
    world = await openMatchWorld(db(), door, keyring, ['hukou_roll', 'hardship_roll', 'roll_roll'])
    await world.handIn('child_register', townshipRows)
    // By an office: its file has the pupils of both schools.
    const rolls = [schoolRow(pupil), ...[twice, thrice].flatMap((child) => [schoolRow(child), secondRow(child)])]
    await world.handIn('pupil_roster', rolls, { id: 'D14', name: '农业农村局' })
    await world.handIn(
      'hardship_children',
      [atHome, together].map((child) => officeRow(child, { ...out, village: '下村' })),
    )
    await world.compare()
  })

  const lines = async (scope = testPath) =>
    (await world.door.read(systemIn(scope), (ctx) => listFindings(ctx, keyring, county, {}))).findings
  const stored = (name: string) =>
    db().run<{ finding_id: string; match_id: string; state: string; case_id: string | null; kept_by: string }>(
      `select finding_id, match_id, state, case_id, kept_by from enrolment_findings
       where county_code = $1 and name = $2 order by match_id, org_path`,
      [county, name],
    )
  const casesOf = (name: string) =>
    db().run('select distinct case_id from enrolment_holdings where county_code = $1 and child_name = $2', [
      county,
      name,
    ])
  const settle = (finding: string | undefined, more: Partial<Parameters<typeof settleFinding>[2]> = {}, by = caller) =>
    world.door.write(by, (ctx) =>
      settleFinding(
        { ctx, keyring },
        { county, finding: finding ?? '' },
        {
          answer: 'confirmed',
          why: '入户见到孩子在家',
          ...more,
        },
      ),
    )

  describe('a child whom several comparisons find', () => {
    test('is one line with what each of them says', async () => {
      const own = (await lines()).filter(({ ledger }) => ledger !== '双重学籍')
      expect(own).toHaveLength(3)
      expect(
        own.map(({ reasons }) => reasons.map((one) => one.match_title)).toSorted((a, b) => a.length - b.length),
      ).toEqual([
        ['户籍比学籍'],
        ...Array.from({ length: 2 }, () => expect.arrayContaining(['户籍比学籍', '困难家庭比学籍'])),
      ])
    })

    test('is answered once for all of them, and has one case', async () => {
      const [first] = await stored(atHome.name)
      await settle(first?.finding_id)
      const after = await stored(atHome.name)
      expect(after.map(({ state }) => state)).toEqual(['confirmed', 'confirmed'])
      expect(new Set(after.map(({ case_id }) => case_id)).size).toBe(1)
      expect(await casesOf(atHome.name)).toHaveLength(1)
      expect((await lines()).filter(({ case_id }) => case_id !== undefined)).toHaveLength(1)
    })

    test('has one case though two people answer two of its findings at the same time', async () => {
      const both = await stored(together.name)
      expect(both).toHaveLength(2)
      const done = await Promise.allSettled(both.map(({ finding_id }) => settle(finding_id)))
      expect(done.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
      expect(done).toContainEqual(
        expect.objectContaining({ reason: expect.objectContaining({ code: 'enrolment.settled_already' }) }),
      )
      expect(await casesOf(together.name)).toHaveLength(1)
    })

    test('that has a case is not asked about again when one more comparison finds it', async () => {
      const [found] = await stored(later.name)
      await settle(found?.finding_id)
      await world.handIn(
        'hardship_children',
        outside.map((child) => officeRow(child, out)),
      )
      await world.compare()
      const after = await stored(later.name)
      expect(after.map(({ match_id, state }) => `${match_id} ${state}`)).toEqual([
        'hardship_roll confirmed',
        'hukou_roll confirmed',
      ])
      expect(new Set(after.map(({ case_id }) => case_id)).size).toBe(1)
      expect(await casesOf(later.name)).toHaveLength(1)
    })
  })

  describe('a child on the rolls of two schools', () => {
    test('is told to both, and is one line for the county with the schools in it', async () => {
      expect((await lines(`${testPath}T01/S01/`)).filter(({ ledger }) => ledger === '双重学籍')).toHaveLength(2)
      expect((await lines(`${testPath}T01/S02/`)).filter(({ ledger }) => ledger === '双重学籍')).toHaveLength(2)
      const own = (await lines()).filter(({ ledger }) => ledger === '双重学籍')
      expect(own).toHaveLength(2)
      expect(own[0]).toMatchObject({
        schools: [{ name: '青山小学' }, { name: '绿水小学' }],
        reasons: [{ says: '同一个身份证号，几所学校都有学籍：绿水小学、青山小学' }],
        unit_name: expect.stringContaining('、'),
      })
    })

    test('is kept by the school that the county names, by a proof; no school decides, and no case is opened', async () => {
      const [first, second] = await stored(twice.name)
      const [school] = (await lines()).flatMap(({ schools }) => schools.filter(({ name }) => name === '绿水小学'))
      const answer = { why: '已在绿水小学就读', proof: '转学联系函', keeps: school?.unit ?? '' }
      const bySchool = settle(first?.finding_id, answer, systemIn(`${testPath}T01/S01/`))
      await expect(bySchool).rejects.toMatchObject({ code: 'enrolment.whole_county' })
      await expect(settle(first?.finding_id, { ...answer, keeps: '0' })).rejects.toMatchObject({
        code: 'enrolment.keeper_missing',
      })
      await settle(second?.finding_id, answer)
      expect((await stored(twice.name)).map(({ state, kept_by: keeper }) => `${state} ${keeper}`)).toEqual([
        'confirmed 绿水小学',
        'confirmed 绿水小学',
      ])
      expect(await casesOf(twice.name)).toEqual([])
    })

    test('is closed when one school has struck it from its roll', async () => {
      await world.handIn('pupil_roster', [schoolRow(pupil), schoolRow(thrice)])
      await db().run(
        `update collection_submissions set status = 'superseded' where county_code = $1 and unit_code = 'D14'
        and register = 'pupil_roster'`,
        [county],
      )
      await world.compare()
      expect((await stored(thrice.name)).map(({ state }) => state)).toEqual(['gone', 'gone'])
    })
  })
})
