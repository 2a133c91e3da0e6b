import type { DoneList, Inbox } from '@eduduty/core/desk'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testCounty } from '../harness/doors.ts'
import { closeMemoryDatabase, memoryDatabase } from '../harness/memory-database.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'
import { type ArchiveCounty, openArchiveCounty, type Somebody } from './archive-county.ts'

let county: ArchiveCounty
beforeAll(async () => {
  county = await openArchiveCounty(await memoryDatabase(), temporaryFolder())
})
afterAll(async () => {
  await county.close()
  await closeMemoryDatabase()
})

const waiting = async ({ app }: Somebody) => {
  const inbox: Inbox = (await app.inject({ url: '/api/desk/inbox' })).json()
  return inbox.waiting.map(({ deed, title, says, due_on: due }) => [deed, title, says, due ?? ''].join(' ').trim())
}

it('materials that were asked for wait for their unit until they are sent, and then for whoever reads them', async () => {
  const need = await county.needOf('S01')
  const title = `${need.file_no}《${need.title}》`
  expect(await waiting(county.school)).toEqual([])
  const asked = { needs: [need.need], due_on: '2026-03-20', says: '' }
  expect((await county.office.post(`/needs/${testCounty}/requests`, asked)).status).toBe(200)
  expect(await waiting(county.school)).toEqual([`补交材料 ${title} 缺 2026-03-20`])
  expect(await waiting(county.township)).toEqual([])
  const file = await county.school.upload('材料.txt', '教师培训学时登记', { unit: 'S01', need: need.need })
  expect(await waiting(county.school)).toEqual([])
  expect(await waiting(county.township)).toEqual([expect.stringMatching(/^审核材料 .* 1 份待审$/)])
  const listed = async (who: Somebody) => (await who.needs('?state=unread')).needs.map(({ to_review: paper }) => paper)
  expect(await listed(county.township)).toEqual([file.paper])
  expect(await listed(county.school)).toEqual([undefined])
  const review = { version: 1, verdict: 'insufficient', reason: '缺第二学期' }
  await county.township.post(`/needs/${testCounty}/${need.need}/papers/${file.paper}/review`, review)
  expect(await waiting(county.township)).toEqual([])
  expect(await waiting(county.school)).toEqual([`补交材料 ${title} 不充分 2026-03-20`])
  const { begun }: Inbox = (await county.township.app.inject({ url: '/api/desk/inbox' })).json()
  expect(begun.map(({ deed, title: of, says, due_on: due }) => [deed, of, says, due])).toEqual([
    ['等补交', title, '缺第二学期', '2026-03-20'],
  ])
  const done: DoneList = (await county.township.app.inject({ url: '/api/desk/inbox/done' })).json()
  expect(done.items.map(({ deed, title: of }) => `${deed} ${of}`)).toEqual([`审核 ${need.title}`])
})
