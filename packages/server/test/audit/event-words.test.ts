import { expect, it } from 'vitest'
import { listEvents } from '../../src/audit/list-events.ts'
import { systemIn, testDoor, testPath } from '../harness/doors.ts'
import { memoryDatabase } from '../harness/memory-database.ts'

it('calls whoever failed to sign in by the name that was tried, and says particulars in words', async () => {
  const db = await memoryDatabase()
  const door = testDoor(db)
  const refused = {
    action: 'identity.sign_in',
    subject: '王五（wangwu）',
    result: 'denied',
    reason: '口令不对',
  } as const
  await door.record(systemIn(), refused)
  const detail = { data: 'phone', until: '2026-12-05', kind: 'substitute', replaces: '' }
  await door.record(systemIn(`${testPath}T09/`), { action: 'identity.reveal', subject: '赵六', detail })
  const list = (person?: string) =>
    door.read(systemIn(), (ctx) => listEvents(ctx, person === undefined ? {} : { person }))
  expect((await list()).events).toMatchObject([
    {
      actor_name: '系统',
      detail: [
        { name: '内容', value: '手机号码' },
        { name: '截止日期', value: '2026-12-04（含当日）' },
        { name: '类别', value: '代理' },
      ],
    },
    { actor_name: '王五（wangwu）（未通过验证）', actor_id: 'system' },
  ])
  expect((await list('王五')).events.map((event) => event.action)).toEqual(['identity.sign_in'])
  await db.close()
})
