import { checkDigitOf, defaultSecuritySettings } from '@eduduty/core/identity'
import { beforeAll, describe, expect, it } from 'vitest'
import type { PersonKey } from '../../src/identity/index.ts'
import { blindIndex, open } from '../../src/platform/keys/seal.ts'
import { eventsSince } from '../harness/audit-events.ts'
import { testKeyring } from '../harness/doors.ts'
import { memoryDatabase } from '../harness/memory-database.ts'
import {
  type Appointed,
  appoint,
  ask,
  countyA,
  countyB,
  type PeopleWorld,
  peopleWorld,
  personUrl,
} from './people-world.ts'

let world: PeopleWorld
let system: Appointed
let security: Appointed
let head: Appointed

const numberOf = (serial: number): string => {
  const first = `99010119850307${String(serial).padStart(3, '0')}`
  return first + checkDigitOf(first)
}

beforeAll(async () => {
  world = await peopleWorld(await memoryDatabase())
  system = await appoint(world, { unit: 'D01', role: 'system_admin', name: '系统员' })
  security = await appoint(world, { unit: 'D01', role: 'security_admin', name: '安全员' })
  head = await appoint(world, { unit: 'D01', role: 'department_head', name: '单局长' })
})

async function added(body: object): Promise<PersonKey> {
  const answer = await ask(world, system, '/people', { body: { county_code: countyA, unit_id: 'S001', ...body } })
  expect(answer.statusCode, answer.body).toBe(200)
  const { county_code: county, person_id: personId } = answer.json()
  return { county, personId }
}

describe('people', () => {
  it('are found by name, initials, login name, whole number and phone however written', async () => {
    const number = numberOf(101)
    const person = await added({ name: '欧阳查理', id_number: number, phone: '139 0000 1234' })
    await ask(world, system, personUrl(person, '/account'), { body: { login_name: 'ouyang.cl' } })
    const wide = [...number].map((one) => (/\d/.test(one) ? String.fromCharCode(one.charCodeAt(0) + 0xfee0) : one))
    const written = [
      '欧阳',
      '查理',
      'oycl',
      'OY',
      'ouyang',
      number,
      number.toLowerCase(),
      wide.join(''),
      '139-0000-1234',
    ]
    for (const q of [...written, ` ${number.slice(0, 6)} ${number.slice(6)} `]) {
      const found = await ask(world, system, `/people?q=${encodeURIComponent(q)}`)
      expect(
        found.json().rows.map((row: { person_id: string }) => row.person_id),
        q,
      ).toEqual([person.personId])
    }
    const part = await ask(world, system, `/people?q=${number.slice(0, 10)}`)
    expect(part.json().total).toBe(0)
  })

  it('show numbers masked and keep them sealed', async () => {
    const number = numberOf(102)
    const person = await added({ name: '单小满', id_number: number, phone: '13900005678' })
    const shown = (await ask(world, system, personUrl(person))).json()
    expect(shown).toMatchObject({
      id_number: `990***********${number.slice(-4)}`,
      phone: '139****5678',
      status: 'none',
    })
    expect((await ask(world, system, '/people?q=sxm')).json().rows[0].name).toBe('单小满')
    const [row] = await world.db.run<Record<string, string>>('select * from identity_people where person_id = $1', [
      person.personId,
    ])
    expect(JSON.stringify(row)).not.toContain(number)
    expect(row?.id_number_sealed).toMatch(/^v1\.aes\.k1\./)
  })

  it('cannot be entered twice by one identity number, nor with a wrong one; messages do not repeat it', async () => {
    const number = numberOf(103)
    await added({ name: '张一', id_number: number })
    const body = { county_code: countyA, unit_id: 'S002', name: '张一', id_number: number }
    const again = await ask(world, system, '/people', { body })
    expect(again.json()).toMatchObject({ status: 409, type: 'identity.id_number_taken' })
    const wrong = await ask(world, system, '/people', { body: { ...body, id_number: `${number.slice(0, 17)}?` } })
    expect(wrong.json()).toMatchObject({ status: 400, type: 'identity.id_number_invalid' })
    expect(again.body + wrong.body).not.toContain(number.slice(0, 17))
    const other = await added({ name: '张二' })
    const taken = await ask(world, system, personUrl(other), { method: 'PUT', body: { id_number: number } })
    expect(taken.json().type).toBe('identity.id_number_taken')
  })

  it('are added with their account or not at all', async () => {
    const body = { county_code: countyA, unit_id: 'S001', name: '夏同时', login_name: 'xia.ts' }
    expect((await ask(world, system, '/people', { body })).statusCode).toBe(200)
    const events = await eventsSince(world.db)
    const again = await ask(world, system, '/people', { body: { ...body, name: '夏另一' } })
    expect(again.json()).toMatchObject({ status: 409, type: 'identity.login_name_taken' })
    expect(await events()).toMatchObject([{ action: 'identity.add_person', result: 'denied' }])
    const found = async (q: string) => (await ask(world, system, `/people?q=${encodeURIComponent(q)}`)).json().rows
    expect(await found('夏另一')).toEqual([])
    expect(await found('夏同时')).toMatchObject([{ login_name: 'xia.ts', status: 'waiting' }])
  })

  it('take no field that is not theirs to be set', async () => {
    const intruding = ['org_path', 'status', 'is_admin', 'person_id', 'password_hash', 'name_initials', 'is_demo']
    for (const field of intruding) {
      const body = { county_code: countyA, unit_id: 'S001', name: '李四', [field]: '99/' }
      expect((await ask(world, system, '/people', { body })).statusCode, field).toBe(400)
    }
    const person = await added({ name: '李四' })
    const before = await world.db.run('select * from identity_people where person_id = $1', [person.personId])
    for (const field of [...intruding, 'unit_id', 'county_code']) {
      const put = { method: 'PUT', body: { name: '李五', [field]: 'D01' } } as const
      expect((await ask(world, system, personUrl(person), put)).statusCode, field).toBe(400)
    }
    expect(await world.db.run('select * from identity_people where person_id = $1', [person.personId])).toEqual(before)
  })

  it('are listed a page at a time, filtered by unit, role and account', async () => {
    const first = (await ask(world, system, '/people?size=2&page=1')).json()
    const second = (await ask(world, system, '/people?size=2&page=2')).json()
    expect(first.rows).toHaveLength(2)
    expect(first.total).toBeGreaterThan(4)
    expect(second.rows[0].person_id).not.toBe(first.rows[0].person_id)
    const heads = (await ask(world, system, '/people?role=department_head')).json()
    expect(heads.rows.map((row: { name: string }) => row.name)).toEqual(['单局长'])
    const inSchool = (await ask(world, system, '/people?unit=99/9901/990101/T01/S001/')).json()
    expect(new Set(inSchool.rows.map((row: { unit_id: string }) => row.unit_id))).toEqual(new Set(['S001']))
    expect((await ask(world, system, '/people?status=active&q=单局长')).json().total).toBe(1)
    expect((await ask(world, system, '/people?status=disabled&q=单局长')).json().total).toBe(0)
  })
})

describe('sealed numbers', () => {
  it('do not open in another row, column or county, and have another index in every county', async () => {
    const number = numberOf(104)
    const one = await added({ name: '王甲', id_number: number })
    const two = await added({ name: '王乙', id_number: numberOf(105) })
    await world.db.run(
      `update identity_people t set id_number_sealed = s.id_number_sealed from identity_people s
       where s.person_id = $1 and t.person_id = $2`,
      [one.personId, two.personId],
    )
    expect((await ask(world, system, personUrl(two))).json().id_number).toBe('（密文损坏）')
    const body = { data: 'id_number', reason: '核对' }
    const answer = await ask(world, head, personUrl(two, '/reveal'), { body })
    expect(answer.json().type).toBe('keys.sealed_damaged')
    expect(answer.body).not.toContain(number)
    const [row] = await world.db.run<{ id_number_sealed: string; id_number_index: string }>(
      'select id_number_sealed, id_number_index from identity_people where person_id = $1',
      [one.personId],
    )
    const place = { table: 'identity_people', column: 'id_number_sealed', county: countyA, row: one.personId }
    const sealed = row?.id_number_sealed ?? ''
    expect(open(testKeyring(), place, sealed)).toBe(number)
    expect(() => open(testKeyring(), { ...place, column: 'phone_sealed' }, sealed)).toThrow()
    expect(() => open(testKeyring(), { ...place, county: countyB }, sealed)).toThrow()
    await world.db.run('update identity_people set id_number_sealed = null where person_id = $1', [two.personId])
    const index = (county: string) => blindIndex(testKeyring(), 'identity_people.id_number', county, number)
    expect(index(countyA)).toBe(row?.id_number_index)
    expect(index(countyB)).not.toBe(index(countyA))
  })
})

describe('revealing a number', () => {
  it('takes a reason, leaves one event without the number, and ends at the daily quota', async () => {
    const number = numberOf(106)
    const person = await added({ name: '赵六', id_number: number })
    const limit = defaultSecuritySettings.reveals_per_day
    const url = personUrl(person, '/reveal')
    const body = { data: 'id_number', reason: '核对学籍档案' }
    expect((await ask(world, head, url, { body: { data: 'id_number', reason: ' ' } })).statusCode).toBe(400)
    const events = await eventsSince(world.db)
    const shown = await ask(world, head, url, { body })
    expect(shown.json()).toEqual({ value: number, left_today: limit - 2 })
    const [event, ...more] = await events()
    expect(more).toEqual([])
    expect(event).toMatchObject({ action: 'identity.reveal', result: 'done', reason: '核对学籍档案', subject: '赵六' })
    expect(JSON.stringify(event)).not.toContain(number.slice(4, 14))
    for (let spent = 2; spent < limit; spent += 1) expect((await ask(world, head, url, { body })).statusCode).toBe(200)
    const late = await eventsSince(world.db)
    const refused = await ask(world, head, url, { body })
    expect(refused.json()).toMatchObject({ status: 429, type: 'identity.reveal_quota' })
    expect(refused.body).not.toContain(number)
    expect(await late()).toMatchObject([{ action: 'identity.reveal', result: 'denied' }])
    world.now = new Date('2026-11-26T02:00:00Z')
    expect((await ask(world, head, url, { body })).json().left_today).toBe(limit - 1)
    world.now = new Date('2026-11-25T02:00:00Z')
  })

  it('is for nobody who only manages accounts or grants', async () => {
    const person = await added({ name: '赵七', id_number: numberOf(107) })
    const body = { data: 'id_number', reason: '想看看' }
    for (const who of [system, security])
      expect((await ask(world, who, personUrl(person, '/reveal'), { body })).statusCode).toBe(403)
  })
})

describe('accounts', () => {
  it('wait for a code that is shown once and kept as a hash; nobody gets a password to know', async () => {
    const person = await added({ name: '钱八' })
    await ask(world, system, personUrl(person, '/account'), { body: { login_name: 'qianba' } })
    expect((await ask(world, system, personUrl(person))).json().status).toBe('waiting')
    const body = { reason: '首次启用' }
    expect((await ask(world, system, personUrl(person, '/account/secret'), { body })).statusCode).toBe(403)
    const issued = await ask(world, security, personUrl(person, '/account/secret'), { body })
    expect(issued.headers['cache-control']).toBe('no-store')
    const { code, expires_at } = issued.json()
    expect(code).toMatch(/^[2-9A-HJ-NP-Z]{5}(-[2-9A-HJ-NP-Z]{5}){3}$/)
    expect(Date.parse(expires_at) - world.now.getTime()).toBe(72 * 3_600_000)
    const everything = await world.db.run('select row_to_json(a)::text as row from identity_accounts a')
    const events = await world.db.run(
      "select row_to_json(e)::text as row from audit_events e where action like 'identity.%'",
    )
    expect(JSON.stringify([everything, events])).not.toContain(code)
  })

  it('refuse a login name in use, a second account and a change of one’s own', async () => {
    const person = await added({ name: '孙九' })
    const account = (login_name: string) => ask(world, system, personUrl(person, '/account'), { body: { login_name } })
    expect((await account('qianba')).json().type).toBe('identity.login_name_taken')
    expect((await account('sunjiu')).statusCode).toBe(200)
    expect((await account('sunjiu2')).json().type).toBe('identity.account_exists')
    const disable = { method: 'PUT', body: { enabled: false, reason: '离职' } } as const
    expect((await ask(world, system, personUrl(system, '/account'), disable)).json().type).toBe('identity.own_account')
    const own = { body: { reason: '忘记口令' } }
    expect((await ask(world, security, personUrl(security, '/account/secret'), own)).json().type).toBe(
      'identity.own_account',
    )
  })

  it('end their sessions when disabled, and come back as they were', async () => {
    const clerk = await appoint(world, { unit: 'S001', role: 'school_clerk' })
    const session = [countyA, 'a'.repeat(64), clerk.personId, world.now, clerk.path]
    await world.db.run(
      `insert into identity_sessions (county_code, session_hash, person_id, started_at, seen_at, address, org_path)
       values ($1, $2, $3, $4, $4, '', $5)`,
      session,
    )
    const change = (enabled: boolean) =>
      ask(world, system, personUrl(clerk, '/account'), { method: 'PUT', body: { enabled, reason: '测试' } })
    expect((await change(false)).statusCode).toBe(200)
    const [row] = await world.db.run<{ end_reason: string }>(
      'select end_reason from identity_sessions where person_id = $1',
      [clerk.personId],
    )
    expect(row?.end_reason).toBe('account_changed')
    expect((await ask(world, clerk, '/people')).statusCode).toBe(401)
    expect((await change(true)).statusCode).toBe(200)
    expect((await ask(world, system, personUrl(clerk))).json().status).toBe('active')
  })
})

describe('moving', () => {
  it('takes the person’s own rows along and ends posts of the old unit on the same day', async () => {
    const clerk = await appoint(world, { unit: 'S001', role: 'school_head', scope: '99/9901/990101/T01/S001/' })
    const seen = async () =>
      (await ask(world, clerk, '/people')).json().rows.map((row: { unit_id: string }) => row.unit_id)
    expect(new Set(await seen())).toEqual(new Set(['S001']))
    const body = { county_code: countyA, unit_id: 'S002', reason: '调动' }
    const moved = await ask(world, system, personUrl(clerk, '/move'), { body })
    expect(moved.statusCode, moved.body).toBe(200)
    expect((await ask(world, clerk, '/people')).statusCode).toBe(403)
    const detail = (await ask(world, system, personUrl(clerk))).json()
    expect(detail).toMatchObject({ unit_id: 'S002', tenures: [{ until: '2026-11-25' }] })
    const paths = await world.db.run<{ org_path: string }>(
      `select org_path from identity_people where person_id = $1 union all
       select org_path from identity_accounts where person_id = $1`,
      [clerk.personId],
    )
    expect(new Set(paths.map((row) => row.org_path))).toEqual(new Set(['99/9901/990101/T01/S002/']))
  })

  it('into another county leaves history behind, but no way in and no number', async () => {
    const number = numberOf(108)
    const city = await appoint(world, { unit: 'D01', county: '990100', role: 'system_admin', scope: '99/9901/' })
    const clerk = await appoint(world, { unit: 'S001', role: 'school_clerk', name: '周十', id_number: number })
    const body = { county_code: countyB, unit_id: 'S001', reason: '调出' }
    expect((await ask(world, system, personUrl(clerk, '/move'), { body })).statusCode).toBe(404)
    const moved = await ask(world, city, personUrl(clerk, '/move'), { body })
    expect(moved.json()).toEqual({ county_code: countyB, person_id: clerk.personId })
    expect((await ask(world, clerk, '/people')).statusCode).toBe(401)
    expect((await ask(world, city, personUrl(clerk))).json()).toMatchObject({ status: 'disabled', id_number: '' })
    const there = (await ask(world, city, personUrl({ county: countyB, personId: clerk.personId }))).json()
    expect(there).toMatchObject({ status: 'active', tenures: [], id_number: `990***********${number.slice(-4)}` })
    expect((await ask(world, city, `/people?q=${number}`)).json().total).toBe(1)
  })
})

describe('a pasted table', () => {
  const send = (rows: readonly object[], dry_run = false) =>
    ask(world, system, '/people/import', { body: { county_code: countyA, dry_run, rows } })
  const count = async () => (await ask(world, system, '/people?q=导入')).json().total
  const school = `${countyA}中心小学`

  it('is taken whole or not at all, and says what is wrong line by line', async () => {
    const good = { line: 2, name: '导入一', unit: school, id_number: numberOf(201), login_name: 'import1' }
    const bad = [
      { line: 3, name: '导入二', unit: '没有的学校' },
      { line: 4, name: '导入三', unit: school, id_number: numberOf(201) },
      { line: 5, name: '导入四', unit: school, phone: '12' },
      { line: 6, name: '导入五', unit: school, login_name: '有空格 的' },
      { line: 7, name: '导入六', unit: `${countyB}中心小学` },
      { line: 8, name: '', unit: school },
    ]
    const tried = await eventsSince(world.db)
    const refused = (await send([good, ...bad])).json()
    expect(await tried()).toMatchObject([{ action: 'identity.add_person', result: 'denied', reason: '6 处有误' }])
    expect(refused).toMatchObject({ applied: false })
    expect(refused.findings.map((finding: { line: number }) => finding.line)).toEqual([3, 4, 5, 6, 7, 8])
    expect(await count()).toBe(0)
    expect((await send([good], true)).json()).toEqual({ applied: false, people: 1, accounts: 1, findings: [] })
    expect(await count()).toBe(0)
    const events = await eventsSince(world.db)
    expect((await send([good])).json()).toEqual({ applied: true, people: 1, accounts: 1, findings: [] })
    expect((await events()).map((event) => event.action)).toEqual(['identity.add_person', 'identity.add_account'])
    expect(await count()).toBe(1)
    expect((await send([{ line: 1, name: '导入一', unit: school }])).json().findings).toHaveLength(1)
  })
})

describe('a file of people', () => {
  const csv = (...lines: readonly string[]) => ['姓名,单位名称,身份证号,手机,登录名', ...lines].join('\n')
  const post = (url: string, text: string, dry_run = false) =>
    world.app.inject({
      method: 'POST',
      url: `/api/identity/people/${url}?name=${encodeURIComponent('名册.csv')}&county_code=${countyA}&dry_run=${dry_run}`,
      headers: {
        'x-test-person': `${system.county}/${system.personId}`,
        'x-eduduty-csrf': 'token',
        'content-type': 'application/octet-stream',
      },
      payload: Buffer.from(text),
    })
  const school = `${countyA}中心小学`
  const count = async () => (await ask(world, system, '/people?q=文件人')).json().total

  it('is taken whole or not at all, and says the cell that is wrong', async () => {
    const good = `文件人一,${school},${numberOf(301)},13900001111,file1`
    const tried = await eventsSince(world.db)
    const refused = (await post('import-file', csv(good, `文件人二,没有的学校,,,`, `文件人三,${school},123,,`))).json()
    expect(refused.applied).toBe(false)
    expect(refused.findings.map(({ cell, name }: Record<string, string>) => [cell, name])).toEqual([
      ['B3', '文件人二'],
      ['C4', '文件人三'],
    ])
    expect(refused.findings[0].message).toContain('没有名为“没有的学校”的单位')
    expect(await tried()).toMatchObject([{ action: 'identity.add_person', result: 'denied', reason: '2 处有误' }])
    expect(await count()).toBe(0)
    expect((await post('import-file', csv(good), true)).json()).toMatchObject({
      applied: false,
      people: 1,
      findings: [],
    })
    expect((await post('import-file', csv(good))).json()).toMatchObject({ applied: true, people: 1, accounts: 1 })
    expect(await count()).toBe(1)
  })

  it('comes back with its wrong cells red, and nothing of it is written', async () => {
    const answer = await post('import-file/marked', csv(`文件人四,没有的学校,,,`))
    expect(answer.statusCode, answer.body.slice(0, 200)).toBe(200)
    expect(decodeURIComponent(String(answer.headers['content-disposition']))).toContain('名册-退回修改.xlsx')
    expect(answer.rawPayload.subarray(0, 2).toString()).toBe('PK')
    expect(await count()).toBe(1)
  })

  it('that is no list of people is refused in words', async () => {
    const answer = await post('import-file', '甲,乙\n1,2\n')
    expect(answer.json()).toMatchObject({
      applied: false,
      findings: [{ message: expect.stringContaining('没有认出表头') }],
    })
  })
})

describe('what is kept', () => {
  it('holds no number in the clear in any table, nor in the audit log', async () => {
    const tables = await world.db.run<{ name: string }>(
      "select relname::text as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace",
    )
    const known = [101, 102, 103, 104, 105, 106, 107, 108].map(numberOf)
    for (const { name } of tables) {
      const rows = await world.db.run<{ row: string }>(`select row_to_json(t)::text as row from ${name} t`)
      const text = rows.map(({ row }) => row).join('\n')
      for (const number of [...known, '13900001234', '13900005678']) expect(text.includes(number), name).toBe(false)
    }
  })
})
