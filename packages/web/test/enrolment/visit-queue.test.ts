import { describe, expect, it } from 'vitest'
import { keepPicture, readPicture } from '../../src/enrolment/phone/kept-pictures.ts'
import { type KeptVisit, nameOfVisit, readVisits, writeVisits } from '../../src/enrolment/phone/kept-visits.ts'
import type { KeyStorage } from '../../src/enrolment/phone/key-storage.ts'
import { createVisitQueue, type SendOutcome } from '../../src/enrolment/phone/visit-queue.ts'

const now = new Date('2026-11-27T04:00:00Z')

const visit = (key: string, state: KeptVisit['state'] = 'waiting', at = now.toISOString()): KeptVisit => ({
  key,
  county: '990101',
  case: `case-${key}`,
  title: '走访',
  line: '学校',
  state,
  why: '',
  isTried: false,
  at,
  pictures: [],
  body: { step: 'visit', on: '2026-11-27', says: '见到祖母', fields: [{ field: 'found', text: '在家' }] },
})

const careVisit = (key: string, state: KeptVisit['state'] = 'waiting'): KeptVisit => ({
  key,
  county: '990101',
  child: `child-${key}`,
  title: '关爱走访',
  state,
  why: '',
  isTried: false,
  at: now.toISOString(),
  pictures: [],
  body: { on: '2026-11-27', visitors: '周老师', found: '见到孩子，情况正常', next: '' },
})

function memory(): KeyStorage & { readonly text: () => string } {
  const held = new Map<string, string>()
  return {
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, text) => void held.set(key, text),
    removeItem: (key) => void held.delete(key),
    text: () => [...held].flat().join('\n'),
  }
}

/** A server that answers what it is told to, and remembers what came. */
function serverOf(...answers: SendOutcome[]) {
  const came: KeptVisit[] = []
  const send = async (one: KeptVisit): Promise<SendOutcome> => {
    came.push(one)
    return answers.shift() ?? 'sent'
  }
  return { came, send }
}

const rest = () => new Promise((resolve) => setTimeout(resolve, 5))

describe('records on a telephone', () => {
  it('are kept while there is no network, sent once when it is back, and then gone from the machine', async () => {
    const storage = memory()
    const { came, send } = serverOf('away')
    const queue = createVisitQueue({ person: 'p', storage, send, now: () => now, pause: 60_000 })
    const stop = queue.start()
    queue.keep(visit('a'))
    await rest()
    expect(queue.view()).toMatchObject({ isAway: true, sending: undefined })
    expect(readVisits(storage, 'p', now)).toMatchObject([{ key: 'a', state: 'waiting', isTried: true }])
    queue.resume()
    await rest()
    expect(queue.view()).toMatchObject({ isAway: false, visits: [], sent: [{ key: 'a' }] })
    expect(storage.text()).toBe('')
    // The second time it is told that the first may have arrived.
    expect(came.map(({ isTried }) => isTried)).toEqual([false, true])
    stop()
  })

  it('take their pictures along, and leave none on the machine; a picture that is refused is told, the words are there', async () => {
    const storage = memory()
    keepPicture(storage, 'one', 'data:image/png;base64,AAAA', now)
    keepPicture(storage, 'two', 'data:image/png;base64,BBBB', now)
    expect(readPicture(storage, 'one')).toBe('data:image/png;base64,AAAA')
    const { send } = serverOf('sent', { partly: '照片没有收下' })
    const queue = createVisitQueue({ person: 'p', storage, send, now: () => now })
    const stop = queue.start()
    queue.keep({ ...visit('a'), pictures: [{ id: 'one', kind: 'photo' }] })
    await rest()
    expect([readPicture(storage, 'one'), readPicture(storage, 'two')]).toEqual([undefined, expect.any(String)])
    queue.keep({ ...visit('b'), pictures: [{ id: 'two', kind: 'signature' }] })
    await rest()
    // It is at the server: written anew it would be another record.
    expect(queue.view().visits).toMatchObject([{ key: 'b', state: 'refused', isTried: true, why: '照片没有收下' }])
    queue.drop('b')
    expect(storage.text()).toBe('')
    stop()
  })

  it('of care are kept beside those of cases and sent like them, with their own key', async () => {
    const storage = memory()
    const { came, send } = serverOf('away')
    const queue = createVisitQueue({ person: 'p', storage, send, now: () => now, pause: 60_000 })
    const stop = queue.start()
    queue.keep(careVisit('c'))
    queue.keep(visit('a', 'draft'))
    await rest()
    // The page is opened anew: what was typed of both is there, and of the child only its id.
    const again = readVisits(storage, 'p', now)
    expect(again.map(nameOfVisit)).toEqual(['care/990101/child-c', '990101/case-a'])
    expect(again.map((one) => one.isTried)).toEqual([true, false])
    queue.resume()
    await rest()
    expect(queue.view()).toMatchObject({ sent: [{ key: 'c' }], visits: [{ key: 'a' }] })
    expect(came.map(({ key }) => key)).toEqual(['c', 'c'])
    stop()
  })

  it('a draft is not sent, and survives the page', async () => {
    const storage = memory()
    const { came, send } = serverOf()
    const stop = createVisitQueue({ person: 'p', storage, send, now: () => now }).start()
    const queue = createVisitQueue({ person: 'p', storage, send, now: () => now })
    queue.keep(visit('a', 'draft'))
    await rest()
    stop()
    expect(came).toEqual([])
    expect(createVisitQueue({ person: 'p', storage, send, now: () => now }).view().visits).toHaveLength(1)
    expect(createVisitQueue({ person: 'another', storage, send, now: () => now }).view().visits).toEqual([])
  })

  it('what the server does not take stays with its reason, and the others go on', async () => {
    const storage = memory()
    const { send } = serverOf({ refused: '个案已经销案' })
    const queue = createVisitQueue({ person: 'p', storage, send, now: () => now })
    writeVisits(storage, 'p', [visit('a'), visit('b')])
    const stop = queue.start()
    await rest()
    expect(queue.view().visits).toMatchObject([{ key: 'a', state: 'refused', why: '个案已经销案', isTried: false }])
    expect(queue.view().sent).toMatchObject([{ key: 'b' }])
    stop()
  })

  it('says so when the browser keeps nothing, and sends all the same', async () => {
    const full: KeyStorage = {
      getItem: () => null,
      setItem: () => {
        throw new Error('full')
      },
      removeItem: () => undefined,
    }
    const { came, send } = serverOf('away')
    const queue = createVisitQueue({ person: 'p', storage: full, send, now: () => now, pause: 60_000 })
    const stop = queue.start()
    queue.keep(visit('a'))
    await rest()
    expect(queue.view()).toMatchObject({ isKept: false, visits: [{ key: 'a' }] })
    queue.resume()
    await rest()
    expect(came).toHaveLength(2)
    expect(queue.view().visits).toEqual([])
    stop()
  })
})

describe('what stands in the browser', () => {
  it('is forgotten after seven days', () => {
    const storage = memory()
    writeVisits(storage, 'p', [
      visit('old', 'draft', '2026-11-20T03:59:00Z'),
      visit('new', 'draft', '2026-11-20T04:01:00Z'),
    ])
    expect(readVisits(storage, 'p', now).map(({ key }) => key)).toEqual(['new'])
  })

  it('is nothing where it cannot be understood', () => {
    const storage = memory()
    for (const text of ['', '{', '7', '[{"key":"a"}]', '[null]']) {
      storage.setItem('eduduty:visits:p', text)
      expect(readVisits(storage, 'p', now)).toEqual([])
    }
  })
})
