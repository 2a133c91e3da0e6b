import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testCounty, testPath } from '../harness/doors.ts'
import { onBothEngines } from '../harness/engines.ts'
import { type CaseDesk, caseFiles, openCaseDesk } from './case-desk.ts'
import { placedPhoto, smallPhoto } from './placed-photo.ts'

const key = (digit: string): string => digit.repeat(32)

onBothEngines((db) => {
  let desk: CaseDesk
  beforeAll(async () => {
    desk = await openCaseDesk(db())
    desk.at('2026-09-01')
  })
  afterAll(() => desk.close())

  const visits = (id: string) =>
    db().run(`select event_no from enrolment_events where case_id = $1 and step = 'visit' and holding_no = 1`, [id])

  describe('a record that is sent twice', () => {
    it('is one event, also when both come at once; nobody else’s key is taken', async () => {
      const id = await desk.open()
      const send = () => desk.step('riverSchool', id, 'visit', { key: key('a') })
      const both = await Promise.all([send(), send()])
      expect(both.map(({ status }) => status)).toEqual([200, 200])
      expect((await send()).status).toBe(200)
      expect(await visits(id)).toHaveLength(1)
      expect((await desk.read('green', id)).row.visits).toBe(1)
      expect((await desk.step('green', id, 'visit', { key: key('a') })).body).toContain('enrolment.record_taken')
      expect((await desk.step('riverSchool', id, 'visit', { key: key('b') })).status).toBe(200)
      expect(await visits(id)).toHaveLength(2)
    })

    it('that draws up a paper names the same paper', async () => {
      const id = await desk.open()
      const send = async () => JSON.parse((await desk.step('riverSchool', id, 'persuade', { key: key('c') })).body)
      expect((await send()).paper).toBe((await send()).paper)
      expect((await desk.read('riverSchool', id)).papers).toHaveLength(1)
    })
  })

  describe('a photograph of a visit', () => {
    it('loses where it was taken, is there once, and is seen by who holds the child, each look recorded', async () => {
      const id = await desk.open()
      await desk.step('riverSchool', id, 'visit', { key: key('d') })
      const first = await desk.sendPicture('riverSchool', id, key('d'), placedPhoto)
      expect([first.statusCode, first.body]).toEqual([200, expect.stringContaining('file')])
      const again = await desk.sendPicture('riverSchool', id, key('d'), placedPhoto)
      expect(again.json().file).toBe(first.json().file)
      const path = `enrolment/cases/${testCounty}/${id}/files/${first.json().file}`
      for (const person of ['green', 'riverSchool', 'bureau'] as const) {
        const seen = await desk.get(person, path)
        expect([seen.statusCode, seen.headers['content-type']]).toEqual([200, 'image/jpeg'])
        expect(seen.rawPayload.includes(Buffer.from('GPS'))).toBe(false)
      }
      for (const person of ['greenSchool', 'otherBureau', 'clerk'] as const)
        expect([403, 404]).toContain((await desk.get(person, path)).statusCode)
      const { events } = await desk.read('green', id)
      expect(events.at(-1)?.files).toMatchObject([{ kind: 'photo' }])
      expect([events.at(-1)?.attach_key, (await desk.read('riverSchool', id)).events.at(-1)?.attach_key]).toEqual([
        undefined,
        key('d'),
      ])
      const looks = await db().run(`select from audit_events where action = 'enrolment.see_file' and result = 'done'`)
      expect(looks).toHaveLength(3)
    })

    it('is added by its writer, for some days, as a picture, six at most', async () => {
      const id = await desk.open()
      await desk.step('riverSchool', id, 'visit', { key: key('e') })
      const send = (person: 'green' | 'riverSchool', bytes: Buffer) => desk.sendPicture(person, id, key('e'), bytes)
      expect((await send('green', smallPhoto(0))).json().type).toBe('enrolment.record_not_found')
      expect((await send('riverSchool', Buffer.from('%PDF-1.7'))).json().type).toBe('enrolment.file_not_image')
      for (let n = 1; n <= 6; n++) expect((await send('riverSchool', smallPhoto(n))).statusCode).toBe(200)
      expect((await send('riverSchool', smallPhoto(7))).json().type).toBe('enrolment.files_full')
      desk.at('2026-09-10')
      expect((await send('riverSchool', smallPhoto(1))).json().type).toBe('enrolment.record_not_found')
      desk.at('2026-09-01')
    })
  })

  describe('a paper of a case', () => {
    it('is filed with who drew it up, found by both sides, and opened only by who sees cases', async () => {
      const id = await desk.open()
      await desk.step('riverSchool', id, 'persuade')
      const [paper] = (await desk.read('riverSchool', id)).papers
      expect(paper?.is_filed).toBe(true)
      // It stands with the school, which another township reaches, not the child's.
      expect((await desk.read('green', id)).papers[0]?.is_filed).toBe(false)
      const address = `archive/papers/${testCounty}/${paper?.paper}`
      const view = (await desk.get('clerk', address)).json()
      expect([view.case, view.deeds, view.particulars.personal]).toEqual([id, [], 'minors'])
      expect([view.particulars.document_no, view.versions[0].is_searchable]).toEqual([paper?.number, false])
      const file = `${address}/versions/1/file?reason=${encodeURIComponent('核对')}`
      expect((await desk.get('clerk', file)).json().type).toBe('archive.case_paper_closed')
      const unasked = await desk.get('riverSchool', `${address}/versions/1/file`)
      expect(unasked.json().type).toBe('archive.reason_to_read')
      const opened = await desk.get('riverSchool', file)
      expect([opened.statusCode, opened.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK'])
      const [row] = await db().run<{ org_path: string; sha256: string }>(
        'select org_path, sha256 from archive_papers where paper_id = $1',
        [paper?.paper],
      )
      expect(row?.org_path).toBe(`${testPath}T02/S02/`)
      expect(await caseFiles.has(testCounty, row?.sha256 ?? '')).toBe(true)
    })
  })
})
