import type { Pack } from '@eduduty/core/packs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepPack, packsFolder, readPack } from '../../src/packs/index.ts'
import { testCounty } from '../harness/doors.ts'
import { onBothEngines } from '../harness/engines.ts'
import { type CaseDesk, openCaseDesk, otherCounty } from './case-desk.ts'

type Casework = NonNullable<Pack['casework']>[number]

onBothEngines((db) => {
  let desk: CaseDesk
  beforeAll(async () => {
    desk = await openCaseDesk(db())
    desk.at('2026-09-01')
  })
  afterAll(() => desk.close())

  /** Puts a later version of the pack into force, with other casework. */
  async function issue(version: string, change: (casework: Casework) => Casework): Promise<void> {
    const { loaded } = await readPack('dropout-control', packsFolder())
    if (loaded === undefined) throw new Error('the pack cannot be read')
    const { pack: head, casework = [] } = loaded.own
    const pack = { ...loaded.own, pack: { ...head, version }, casework: casework.map(change) }
    await keepPack(db(), { ...loaded, pack, own: pack, hash: `test ${version}` })
  }

  /** Before the written report three persuasions are asked, by a source, instead of the two of the county. */
  const stricter = (casework: Casework): Casework => ({
    ...casework,
    steps: casework.steps.map((step) =>
      step.id === 'report' ? { ...step, at_least: { persuasions: 3 }, verified: { grade: 'B' as const } } : step,
    ),
  })
  const change = (person: 'bureau' | 'green' | 'inspector' | 'otherBureau', id: string, county = testCounty) =>
    desk.post(person, `cases/${county}/${id}/definition`, { reason: '县里改了办法' })

  describe('an open case', () => {
    it('goes on by the definition under which it was opened, and says so, until the county moves it', async () => {
      const id = await desk.open()
      expect(await desk.read('bureau', id)).not.toHaveProperty('newer')
      const { casework: before, clock } = await desk.read('bureau', id)
      expect(before.since).toBe('2026-09-01')
      for (const _ of [1, 2]) await desk.step('riverSchool', id, 'persuade')
      await issue('90.0.0', stricter)
      desk.at('2026-09-03')
      const told = await desk.read('bureau', id)
      expect(told.newer).toEqual({
        version: '90.0.0',
        changes: ['“书面报告”前劝返至少3次（原来2次）'],
        is_possible: true,
        may: true,
      })
      expect((await desk.read('riverSchool', id)).newer?.may).toBe(false)
      for (const person of ['green', 'inspector', 'otherBureau'] as const)
        expect((await change(person, id)).statusCode, person).not.toBe(200)
      expect((await change('bureau', id)).statusCode).toBe(200)
      const moved = await desk.read('riverSchool', id)
      expect(moved).not.toHaveProperty('newer')
      expect(moved.casework).toMatchObject({ version: '90.0.0', since: '2026-09-03' })
      expect(moved.row).toMatchObject({ state: 'school_persuading', persuasions: 2, due_on: told.row.due_on })
      expect(moved.clock?.due_on).toBe(clock?.due_on)
      expect(moved.events.at(-1)).toMatchObject({ title: '改按现行个案办法', says: '县里改了办法', line: '县' })
      expect((await change('bureau', id)).json().type).toBe('enrolment.definition_current')
      expect((await desk.step('riverSchool', id, 'report')).body).toContain('enrolment.too_few')
      await desk.step('riverSchool', id, 'persuade')
      expect((await desk.step('riverSchool', id, 'report')).status).toBe(200)
      const [log] = await db().run<{ reason: string }>(
        `select reason from audit_events where action = 'enrolment.change_definition'`,
      )
      expect(log?.reason).toBe('县里改了办法')
    })

    it('that stands where the new definition has no state stays with its own', async () => {
      const id = await desk.open({ name: '卫小禾' })
      for (const _ of [1, 2, 3]) await desk.step('riverSchool', id, 'persuade')
      expect((await desk.step('riverSchool', id, 'report')).status).toBe(200)
      await issue('91.0.0', (casework) => ({
        ...casework,
        states: casework.states.map((one) => (one.id === 'township_persuading' ? { ...one, id: 'in_township' } : one)),
        steps: casework.steps.map((step) => ({
          ...step,
          from: step.from.map((from) => (from === 'township_persuading' ? 'in_township' : from)),
          ...(step.to === 'township_persuading' && { to: 'in_township' }),
        })),
      }))
      expect((await desk.read('bureau', id)).newer).toMatchObject({ is_possible: false, may: false })
      const { states, counts } = await desk.list('bureau')
      expect(states).toContainEqual({ state: 'township_persuading', title: '乡镇劝返', cases: expect.any(Number) })
      expect(states.reduce((sum, { cases }) => sum + cases, 0)).toBe(counts.total)
      expect((await change('bureau', id)).json().type).toBe('enrolment.definition_without_state')
      expect((await desk.step('green', id, 'visit')).status).toBe(200)
    })

    it('whose way out waits stays with its own where the new definition has no such way', async () => {
      const id = await desk.open({ name: '花小溪' })
      const proposed = { exit: 'abroad', proof: '出境证明' }
      expect((await desk.step('riverSchool', id, 'propose_exit', proposed)).status).toBe(200)
      await issue('91.1.0', (casework) => ({
        ...casework,
        exits: casework.exits.filter(({ id: exit }) => exit !== 'abroad'),
      }))
      const refused = (await change('bureau', id)).json()
      expect(refused.type).toBe('enrolment.definition_without_exit')
      expect(refused.title).toContain('出国出境')
    })

    it('is read by each definition that it had, also in another county', async () => {
      await issue('92.0.0', (casework) => casework)
      const id = await desk.open({ name: '柏小舟' })
      for (const _ of [1, 2, 3]) await desk.step('riverSchool', id, 'persuade')
      // The step by which it came here is gone from the new definition: what it did stays done.
      await issue('93.0.0', (casework) => ({
        ...casework,
        steps: casework.steps.filter(({ id: step }) => step !== 'persuade'),
      }))
      expect((await change('bureau', id)).statusCode).toBe(200)
      const { row, events } = await desk.read('bureau', id)
      expect(row).toMatchObject({ persuasions: 3 })
      expect(events.filter(({ title }) => title === '劝返')).toHaveLength(3)
      const offer = { reason: '搬家', county: otherCounty }
      const { handover } = (await desk.post('riverSchool', `cases/${testCounty}/${id}/handovers`, offer)).json()
      const answer = { accepts: true, says: '', township: 'T05' }
      const taken = await desk.post('otherBureau', `handovers/${otherCounty}/${handover}/answer`, answer)
      expect(taken.statusCode).toBe(200)
      const there = await desk.read('otherBureau', id, otherCounty)
      expect(there.row.persuasions).toBe(3)
      expect(there.events.filter(({ title }) => title === '劝返')).toHaveLength(3)
    })
  })
})
