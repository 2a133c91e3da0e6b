import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import {
  type EditAnswer,
  EMPTY_QUEUE,
  nextSending,
  type QueueEvent,
  type QueueState,
  queueAfter,
  unsavedCount,
} from '../../src/platform/grid/edit-queue.ts'
import { type KeyStorage, readKept, writeKept } from '../../src/platform/grid/kept-edits.ts'
import { cellUnderWay, patchesAfter } from '../../src/platform/grid/queue-cells.ts'

const AT = '2026-11-26T01:00:00.000Z'
const KEY = 'r\tc'
const typed = (from: string, to: string, column = 'c'): QueueEvent => ({
  type: 'edited',
  at: AT,
  edits: [{ row: 'r', column, from, to }],
})
const sent: QueueEvent = { type: 'sent', most: 100 }
const lost: QueueEvent = { type: 'failed', halt: { reason: 'unreachable' } }
const answered = (answer: { outcome: 'saved' } | { outcome: 'conflict'; theirs: string }): QueueEvent => ({
  type: 'answered',
  answers: [
    answer.outcome === 'saved'
      ? { row: 'r', column: 'c', outcome: 'saved' }
      : { row: 'r', column: 'c', ...answer, by: '何会计', at: AT },
  ],
})
const run = (...events: QueueEvent[]): QueueState => events.reduce(queueAfter, EMPTY_QUEUE)

describe('the queue of unsent edits', () => {
  test('makes later edits of one cell one, from what the server has', () => {
    const state = run(typed('1', '2'), typed('2', '3'))
    expect([...state.waiting.values()]).toMatchObject([{ from: '1', to: '3' }])
    expect(unsavedCount(run(typed('1', '2'), typed('2', '1')))).toBe(0)
  })

  test('sends an edit typed meanwhile afterwards, from what was sent', () => {
    const state = run(typed('1', '2'), sent, typed('2', '3'), answered({ outcome: 'saved' }))
    expect([...state.waiting.values()]).toMatchObject([{ from: '2', to: '3' }])
    expect(state.sending.size).toBe(0)
  })

  test('takes the text that the server keeps, for the cell and for what is typed next', () => {
    const answers: EditAnswer[] = [{ row: 'r', column: 'c', outcome: 'saved', text: '2.0' }]
    const before = run(typed('1', '2'), sent)
    const after = queueAfter(before, { type: 'answered', answers })
    expect(patchesAfter(before, after, { answers })[0]?.cell).toEqual({ text: '2.0', state: 'saved' })
    const later = queueAfter(queueAfter(before, typed('2', '3')), { type: 'answered', answers })
    expect(later.waiting.get(KEY)).toMatchObject({ from: '2.0', to: '3' })
  })

  test('keeps everything when the network is gone, and waits longer each time, a minute at most', () => {
    let state = run(typed('1', '2'), sent, lost)
    expect(state.waiting.get(KEY)).toMatchObject({ from: '1', to: '2', tried: ['2'] })
    const waits = Array.from({ length: 8 }, () => {
      const wait = nextSending(state)
      state = [sent, lost].reduce(queueAfter, state)
      return wait
    })
    expect(waits).toEqual([2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000])
  })

  test('waits for a person when the session is over, and goes on afterwards', () => {
    const state = run(typed('1', '2'), sent, { type: 'failed', halt: { reason: 'signed_out' } }, typed('2', '3'))
    expect(nextSending(state)).toBeUndefined()
    expect(cellUnderWay(state, KEY)).toMatchObject({ text: '3', state: 'waiting' })
    expect(nextSending(queueAfter(state, { type: 'resumed' }))).toBe(300)
  })

  test('does not take its own lost sending for somebody else', () => {
    // The first sending arrived, its answer did not; meanwhile the cell was typed again.
    const state = run(
      typed('1', '2'),
      sent,
      typed('2', '3'),
      lost,
      sent,
      answered({ outcome: 'conflict', theirs: '2' }),
    )
    expect(state.conflicts.size).toBe(0)
    expect(state.waiting.get(KEY)).toMatchObject({ from: '2', to: '3' })
  })

  test('hands over a conflict with both texts; one and the same text is none', () => {
    const state = run(typed('1', '2'), sent, answered({ outcome: 'conflict', theirs: '5' }))
    expect(state.conflicts.get(KEY)).toEqual({ row: 'r', column: 'c', mine: '2', theirs: '5', by: '何会计', at: AT })
    expect(cellUnderWay(state, KEY)).toMatchObject({ text: '2', state: 'invalid', by: '何会计' })
    expect(unsavedCount(run(typed('1', '2'), sent, answered({ outcome: 'conflict', theirs: '2' })))).toBe(0)
  })

  test('mine is sent again over theirs; theirs is shown', () => {
    const state = run(typed('1', '2'), sent, answered({ outcome: 'conflict', theirs: '5' }))
    const choose = (take: 'mine' | 'theirs'): QueueEvent => ({
      type: 'resolved',
      at: AT,
      choices: [{ row: 'r', column: 'c', take }],
    })
    expect(queueAfter(state, choose('mine')).waiting.get(KEY)).toMatchObject({ from: '5', to: '2' })
    const theirs = queueAfter(state, choose('theirs'))
    expect(unsavedCount(theirs)).toBe(0)
    expect(patchesAfter(state, theirs, { choices: [{ row: 'r', column: 'c', take: 'theirs' }] })).toEqual([
      { row: 'r', column: 'c', cell: { text: '5', state: 'saved' } },
    ])
  })

  test('a cell locked meanwhile shows what stands there, and what was typed in vain', () => {
    const before = run(typed('1', '2'), sent)
    const answers: EditAnswer[] = [
      { row: 'r', column: 'c', outcome: 'locked', text: '1', message: '中心校已初审', by: '周初审' },
    ]
    const after = queueAfter(before, { type: 'answered', answers })
    const [patch] = patchesAfter(before, after, { answers })
    expect(patch?.cell).toMatchObject({ text: '1', state: 'locked', by: '周初审' })
    expect(patch?.cell.message).toContain('“2”')
  })

  test('what the page found wrong stays wrong though the server took it', () => {
    const before = run(
      { type: 'edited', at: AT, edits: [{ row: 'r', column: 'c', from: '', to: '多', problem: '不是数' }] },
      sent,
    )
    const answers: EditAnswer[] = [{ row: 'r', column: 'c', outcome: 'saved' }]
    const after = queueAfter(before, { type: 'answered', answers })
    expect(patchesAfter(before, after, { answers })[0]?.cell).toEqual({
      text: '多',
      state: 'invalid',
      message: '不是数',
    })
  })

  test('whatever happens, the last text typed is in the queue, in a conflict, or at the server', () => {
    const event = fc.oneof(
      fc.record({ kind: fc.constant('type'), text: fc.constantFrom('a', 'b', 'c', '') }),
      fc.record({
        kind: fc.constantFrom('send', 'lose', 'arriveAndLose', 'answer', 'other', 'resume'),
        text: fc.constant(''),
      }),
    )
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), (events) => {
        let state = EMPTY_QUEUE
        let server = ''
        let shown = ''
        let others = 0
        const deliver = () => {
          const edit = state.sending.get(KEY)
          if (edit === undefined) return undefined
          if (server !== edit.from && server !== edit.to) return answered({ outcome: 'conflict', theirs: server })
          server = edit.to
          return answered({ outcome: 'saved' })
        }
        for (const { kind, text } of events) {
          if (kind === 'type') {
            state = queueAfter(state, typed(shown, text))
            shown = text
          } else if (kind === 'send') state = queueAfter(state, sent)
          else if (kind === 'lose') state = queueAfter(state, lost)
          else if (kind === 'arriveAndLose') {
            deliver()
            state = queueAfter(state, lost)
          } else if (kind === 'answer') {
            const answer = deliver()
            if (answer !== undefined) state = queueAfter(state, answer)
          } else if (kind === 'other') {
            others += 1
            server = `x${others}`
          } else state = queueAfter(state, { type: 'resumed' })
          const conflict = state.conflicts.get(KEY)
          const open = state.waiting.get(KEY) ?? state.sending.get(KEY)
          const held = conflict?.mine ?? open?.to
          if (held !== undefined) expect(held).toBe(shown)
          else if (others === 0) expect(server).toBe(shown)
        }
      }),
      { numRuns: 600 },
    )
  })
})

describe('what the browser keeps', () => {
  let kept = new Map<string, string>()
  const storage: KeyStorage = {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => kept.set(key, text),
    removeItem: (key) => kept.delete(key),
  }
  beforeEach(() => {
    kept = new Map()
  })

  test('is there after the browser was closed in the middle of sending', () => {
    const state = run(typed('1', '2'), sent, typed('2', '3'))
    expect(writeKept(storage, 'f', state, new Set([KEY]))).toBe(true)
    const again = queueAfter(EMPTY_QUEUE, { type: 'restored', ...readKept(storage, 'f') })
    expect(again.waiting.get(KEY)).toMatchObject({ from: '1', to: '3', tried: ['2'] })
    expect(readKept(storage, 'other')).toEqual({ edits: [], conflicts: [] })
  })

  test('goes when all is saved, but not what another tab of the form keeps', () => {
    writeKept(storage, 'f', run(typed('1', '2', 'x')), new Set(['r\tx']))
    writeKept(storage, 'f', run(typed('1', '2')), new Set([KEY]))
    expect(readKept(storage, 'f').edits.map((edit) => edit.column)).toEqual(['x', 'c'])
    writeKept(storage, 'f', EMPTY_QUEUE, new Set([KEY]))
    expect(readKept(storage, 'f').edits.map((edit) => edit.column)).toEqual(['x'])
    writeKept(storage, 'f', EMPTY_QUEUE, new Set([KEY, 'r\tx']))
    expect(kept.size).toBe(0)
  })

  test('in a full or broken store is said, and spoils nothing', () => {
    const full: KeyStorage = {
      ...storage,
      setItem: () => {
        throw new Error('QuotaExceededError')
      },
    }
    expect(writeKept(full, 'f', run(typed('1', '2')), new Set([KEY]))).toBe(false)
    for (const text of ['{', '[]', '{"edits":[{"row":1}],"conflicts":7}', 'null']) {
      kept.set('eduduty:form:f', text)
      expect(readKept(storage, 'f')).toEqual({ edits: [], conflicts: [] })
    }
  })
})
