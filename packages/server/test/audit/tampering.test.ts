import { randomInt } from 'node:crypto'
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { chainMac } from '../../src/platform/audit/event-mac.ts'
import { temporaryKeyring } from '../../src/platform/keys/keyring.ts'
import { onBothEngines } from '../harness/engines.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'
import { found, goBack, type KeptLog, keepCopy, keepLog } from './kept-log.ts'

const county = '990101'
const other = '990102'
const size = 40
/** Somewhere with neighbours on both sides. */
const anywhere = (): number => randomInt(3, size - 3)

onBothEngines((database) => {
  const folder = temporaryFolder()
  let log: KeptLog

  beforeAll(async () => {
    log = keepLog(database(), folder)
    await log.add(county, size)
    await log.add(other, 5)
    await log.settle()
    await keepCopy(log.db)
  })

  /** Tampers as the owner of the database, verifies, and puts everything back. */
  async function after(...statements: readonly string[]): Promise<readonly string[]> {
    try {
      for (const statement of statements) await log.db.run(statement)
      return found(await log.verify())
    } finally {
      await goBack(log.db)
    }
  }
  const inCounty = `county_code = '${county}'`
  const renumber = (from: number, by: number): readonly string[] => [
    `update audit_events set event_no = event_no + 10000 where ${inCounty} and event_no >= ${from}`,
    `update audit_events set event_no = event_no - 10000 + ${by} where ${inCounty} and event_no >= 10000`,
  ]

  describe('an untouched log', () => {
    it('is found whole, with its last checkpoint', async () => {
      const report = await log.verify()
      expect(found(report)).toEqual([])
      expect(report.ok).toBe(true)
      expect(report.chains).toMatchObject([
        { county, events: size, last_checkpoint: { no: size } },
        { county: other, events: 5, last_checkpoint: { no: 5 } },
      ])
    })
  })

  describe('the eight forms of tampering, each at three random places', () => {
    const columns = ['subject', 'reason', 'actor_id', 'actor_name', 'address', 'request_id', 'detail', 'key_id']
    it.each(columns)('1 edit: %s', async (column) => {
      for (let round = 0; round < 3; round += 1) {
        const no = anywhere()
        const value = column === 'detail' ? `replace(detail, '"index":${no - 1}', '"index":${no - 1}.0')` : `'x'`
        expect(
          await after(`update audit_events set ${column} = ${value} where ${inCounty} and event_no = ${no}`),
        ).toEqual([`edited ${county} ${no}`])
      }
    })

    it('1 edit of the result, the action, the path, the code', async () => {
      const no = anywhere()
      const set = (change: string) => after(`update audit_events set ${change} where ${inCounty} and event_no = ${no}`)
      expect(await set(`result = 'denied'`)).toEqual([`edited ${county} ${no}`])
      expect(await set(`action = 'identity.sign_out'`)).toEqual([`edited ${county} ${no}`])
      expect(await set(`org_path = org_path || 'S1/'`)).toEqual([`edited ${county} ${no}`])
      expect(await set(`mac = repeat('0', 64)`)).toContain(`edited ${county} ${no}`)
    })

    it('2 deletion, with and without new numbers', async () => {
      for (let round = 0; round < 3; round += 1) {
        const no = anywhere()
        const remove = `delete from audit_events where ${inCounty} and event_no = ${no}`
        expect(await after(remove)).toContain(`deleted ${county} ${no}`)
        const hidden = await after(
          remove,
          ...renumber(no + 1, -1),
          `update audit_chains set head_no = ${size - 1} where ${inCounty}`,
        )
        expect(hidden[0]).toBe(`deleted ${county} ${no}`)
        expect(hidden).toContain(`behind_checkpoints ${county} ${size}`)
      }
    })

    it('3 insertion, with new numbers and at the end', async () => {
      const copyTo = (no: number, from: number) =>
        `insert into audit_events select county_code, ${no}, occurred_at, actor_id, actor_name, address, request_id, action,
           subject, result, reason, detail, key_id, repeat('a', 64), org_path
         from audit_events where ${inCounty} and event_no = ${from}`
      for (let round = 0; round < 3; round += 1) {
        const no = anywhere()
        const statements = [...renumber(no, 1), copyTo(no, no - 1)]
        expect((await after(...statements, `update audit_chains set head_no = ${size + 1} where ${inCounty}`))[0]).toBe(
          `inserted ${county} ${no}`,
        )
      }
      expect(await after(copyTo(size + 1, size))).toContain(`inserted ${county} ${size + 1}`)
    })

    it('4 reordering of neighbours and of distant events', async () => {
      for (let round = 0; round < 3; round += 1) {
        const one = randomInt(3, 15)
        for (const two of [one + 1, randomInt(20, size - 2)]) {
          const swap = [
            `update audit_events set event_no = 9999 where ${inCounty} and event_no = ${one}`,
            `update audit_events set event_no = ${one} where ${inCounty} and event_no = ${two}`,
            `update audit_events set event_no = ${two} where ${inCounty} and event_no = 9999`,
          ]
          expect(await after(...swap)).toContain(`reordered ${county} ${one}-${two}`)
        }
      }
    })

    it.each(['1 second', '-2 hours', '2 hours', '1 microsecond'])('5 restamping by %s', async (by) => {
      const no = anywhere()
      const stamp = `update audit_events set occurred_at = occurred_at + interval '${by}' where ${inCounty} and event_no = ${no}`
      const kind = by === '1 second' ? 'edited' : 'restamped'
      expect(await after(stamp)).toEqual([`${kind} ${county} ${no}`])
    })

    it('6 cutting off the tail, with and without the head', async () => {
      for (let round = 0; round < 3; round += 1) {
        const no = anywhere()
        const cut = `delete from audit_events where ${inCounty} and event_no > ${no}`
        const head = `update audit_chains set head_no = ${no}, head_mac = (select mac from audit_events where ${inCounty} and event_no = ${no}) where ${inCounty}`
        expect(await after(cut)).toContain(`truncated ${county} ${no + 1}-${size}`)
        expect(await after(cut, head)).toEqual([`behind_checkpoints ${county} ${size}`])
      }
    })

    it('7 cutting off and letting the program append again', async () => {
      const no = anywhere()
      await log.db.run(`delete from audit_events where ${inCounty} and event_no > ${no}`)
      await log.db.run(
        `update audit_chains set head_no = ${no}, head_mac = (select mac from audit_events where ${inCounty} and event_no = ${no}) where ${inCounty}`,
      )
      const before = readFileSync(log.file)
      await log.add(county, size)
      await log.settle()
      expect(found(await log.verify())).toEqual([`rewritten ${county} ${size}`])
      writeFileSync(log.file, before)
      await goBack(log.db)
    })

    it('8 replacing the whole chain: with a made-up one, with a new one of the program, by removing it', async () => {
      const forge = chainMac(temporaryKeyring(), county)
      const rows = await log.db.run<{ event_no: number }>(`select event_no from audit_events where ${inCounty}`)
      let mac = 'made-up'
      const forged = rows.map(({ event_no }) => {
        mac = forge(mac, { ...blank, event_no })
        return `update audit_events set mac = '${mac}' where ${inCounty} and event_no = ${event_no}`
      })
      expect((await after(...forged)).length).toBeGreaterThan(1)
      const removal = ['audit_events', 'audit_chains'].map((table) => `delete from ${table} where ${inCounty}`)
      expect(await after(...removal)).toEqual([`chain_missing ${county} ${size}`])
      for (const statement of removal) await log.db.run(statement)
      const before = readFileSync(log.file)
      await log.add(county, size)
      await log.settle()
      expect(found(await log.verify())).toEqual([`chain_replaced ${county} ${size}`])
      writeFileSync(log.file, before)
      await goBack(log.db)
    })

    it('and the id of the chain, and its head', async () => {
      expect(await after(`update audit_chains set chain_id = 'x' where ${inCounty}`)).toEqual([
        `edited ${county} 1`,
        `chain_replaced ${county} ${size}`,
      ])
      expect(await after(`update audit_chains set head_mac = repeat('b', 64) where ${inCounty}`)).toEqual([
        `head_mismatch ${county} ${size}`,
      ])
    })
  })

  describe('the checkpoint file', () => {
    it('is missed when it is gone; forged and torn lines are told apart', async () => {
      const whole = readFileSync(log.file, 'utf8')
      writeFileSync(log.file, '')
      expect(found(await log.verify())).toEqual([`no_checkpoints ${county}`, `no_checkpoints ${other}`])
      writeFileSync(log.file, whole)
      appendFileSync(log.file, '{"chain_id":"torn')
      const torn = await log.verify()
      expect([torn.ok, ...torn.findings.map(({ kind }) => kind)]).toEqual([true, 'checkpoint_torn'])
      writeFileSync(log.file, whole.replace(/"signature":"..../, '"signature":"AAAA'))
      expect(found(await log.verify())).toContain(`checkpoint_forged ${county} ${size}`)
      writeFileSync(log.file, whole)
    })
  })
})

const blank = {
  county_code: county,
  occurred: '0.000000',
  actor_id: '',
  actor_name: '',
  address: '',
  request_id: '',
  action: '',
  subject: '',
  result: '',
  reason: '',
  detail: '{}',
  key_id: 'k1',
  org_path: '',
}
