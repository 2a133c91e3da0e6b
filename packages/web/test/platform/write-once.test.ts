import { describe, expect, test } from 'vitest'
import { createWriteOnce, type Write } from '../../src/platform/api/write-once.ts'

const report: Write = { method: 'POST', path: '/enrolment/cases/990101', body: '{"name":"甲"}', actor: '' }
const lock: Write = { method: 'POST', path: '/collection/tasks/990101/t1/lock', body: '', actor: '' }

/** A server that counts what reaches it and answers when told to. */
function world() {
  let time = 0
  const waiting: { resolve: (response: Response) => void; reject: (failure: Error) => void }[] = []
  const writeOnce = createWriteOnce(() => time)
  return {
    write: (write: Write) =>
      writeOnce(write, () => new Promise((resolve, reject) => waiting.push({ resolve, reject }))),
    answer: (at: number) => waiting[at]?.resolve(new Response(`{"number":${at}}`)),
    fail: (at: number) => waiting[at]?.reject(new Error('refused')),
    arrived: () => waiting.length,
    pass: (milliseconds: number) => {
      time += milliseconds
    },
  }
}

const numberOf = async (response: Promise<Response>): Promise<unknown> => (await response).json()

describe('a write that is clicked twice', () => {
  test('is sent once, and both get the answer', async () => {
    const { write, answer, arrived } = world()
    const [first, second] = [write(report), write(report)]
    expect(arrived()).toBe(1)
    answer(0)
    expect(await numberOf(first)).toEqual({ number: 0 })
    expect(await numberOf(second)).toEqual({ number: 0 })
  })

  test('gives the same answer for a second after it was done, then goes out anew', async () => {
    const { write, answer, arrived, pass } = world()
    const first = write(report)
    answer(0)
    await first
    pass(999)
    expect(await numberOf(write(report))).toEqual({ number: 0 })
    pass(1)
    const later = write(report)
    expect(arrived()).toBe(2)
    answer(1)
    expect(await numberOf(later)).toEqual({ number: 1 })
  })

  test('is sent again at once when it failed', async () => {
    const { write, answer, fail, arrived } = world()
    const [first, second] = [write(report), write(report)]
    fail(0)
    await expect(first).rejects.toThrow('refused')
    await expect(second).rejects.toThrow('refused')
    const again = write(report)
    expect(arrived()).toBe(2)
    answer(1)
    expect(await numberOf(again)).toEqual({ number: 1 })
  })

  test('differs by its method, path, body and by whom it is done for', () => {
    const { write, arrived } = world()
    void write(report)
    void write({ ...report, method: 'PUT' })
    void write({ ...report, path: '/enrolment/cases/990102' })
    void write({ ...report, body: '{"name":"乙"}' })
    void write({ ...report, actor: 'delegation' })
    expect(arrived()).toBe(5)
  })

  test('is a new one where another deed at the same thing came between', async () => {
    const { write, answer, arrived } = world()
    for (const [at, one] of [lock, { ...lock, path: '/collection/tasks/990101/t1/unlock' }, lock].entries()) {
      const sent = write(one)
      answer(at)
      await sent
    }
    expect(arrived()).toBe(3)
  })

  test('of a list that is worked through twice at once, each is sent once', async () => {
    const { write, answer, arrived } = world()
    const through = async (): Promise<void> => {
      for (const [at, task] of ['t1', 't2', 't3'].entries()) {
        const sent = write({ ...lock, path: `/collection/tasks/990101/${task}/approval` })
        answer(at)
        await sent
      }
    }
    await Promise.all([through(), through()])
    expect(arrived()).toBe(3)
  })
})
