import { describe, expect, test } from 'vitest'
import { groupItems } from '../../src/archive/catalogue/item-tree.ts'
import { askable, needsByUnit } from '../../src/archive/catalogue/read-all-needs.ts'
import { keepPlaces } from '../../src/archive/hand-in/keep-places.ts'
import { mostUrgentFirst } from '../../src/archive/hand-in/most-urgent-first.ts'
import { nextToReview, stepUnread, unreadPlaces } from '../../src/archive/need/unread-walk.ts'
import { completenessOf } from '../../src/archive/outputs/output-kinds.ts'
import { nextZoom } from '../../src/archive/preview/next-zoom.ts'
import { placeImage } from '../../src/archive/preview/place-image.ts'
import { needOf, paperOf } from './need-of.ts'

describe('walking through papers that nobody has reviewed', () => {
  const needs = [
    needOf('a', { papers: [paperOf('1'), paperOf('2', { verdict: 'sufficient' }), paperOf('3')] }),
    needOf('b', { papers: [paperOf('4', { is_visible: false })] }),
    needOf('c', { papers: [paperOf('1')] }),
  ]

  test('those that may not be opened, and those reviewed, are passed over', () => {
    expect(unreadPlaces(needs).map(({ need, paper }) => need + paper)).toEqual(['a1', 'a3', 'c1'])
  })

  test('the way goes over needs, forth and back, and ends', () => {
    expect(stepUnread(needs, { need: 'a' }, 1)).toEqual({ need: 'a', paper: '1' })
    expect(stepUnread(needs, { need: 'a', paper: '1' }, 1)).toEqual({ need: 'a', paper: '3' })
    expect(stepUnread(needs, { need: 'a', paper: '3' }, 1)).toEqual({ need: 'c', paper: '1' })
    expect(stepUnread(needs, { need: 'c', paper: '1' }, 1)).toBeUndefined()
    expect(stepUnread(needs, { need: 'c', paper: '1' }, -1)).toEqual({ need: 'a', paper: '3' })
  })

  test('from a need without papers, or out of the list, it begins at the end one comes from', () => {
    expect(stepUnread(needs, { need: 'x' }, 1)).toEqual({ need: 'a', paper: '1' })
    expect(stepUnread(needs, { need: 'x' }, -1)).toEqual({ need: 'c', paper: '1' })
  })
})

describe('a reviewer, after a decision', () => {
  const other = { unit: 'u2', unit_name: '县财政局' }
  const needs = [
    needOf('a', { papers: [paperOf('1')] }),
    needOf('b', { ...other, papers: [paperOf('2')] }),
    needOf('c', { papers: [paperOf('3')] }),
    needOf('d', { ...other, papers: [paperOf('4')] }),
  ]

  test('stays with the unit until nothing of it is left, and only then goes on in the list', () => {
    expect(nextToReview(needs, { need: 'a', paper: '1' }, false)).toEqual({ need: 'c', paper: '3' })
    expect(nextToReview(needs, { need: 'c', paper: '3' }, false)).toEqual({ need: 'a', paper: '1' })
    const read = [needOf('a', { papers: [paperOf('1', { verdict: 'sufficient' })] }), ...needs.slice(1)]
    expect(nextToReview(read, { need: 'c', paper: '3' }, false)).toEqual({ need: 'd', paper: '4' })
  })

  test('of one unit does not leave it', () => {
    const own = [needOf('a', { papers: [paperOf('1')] })]
    expect(nextToReview(own, { need: 'a', paper: '1' }, true)).toBeUndefined()
  })
})

test('items stand by number under the word that their numbers share, the words as the framework has them', () => {
  const item = (no: string) => ({ indicator: no, no, title: no, needs: 1, open: 0 })
  const groups = groupItems(['资源配置-10', '资源配置-2', '社会认可度', '资源配置-1', '10.1', '2.1-3'].map(item))
  expect(groups.map(({ head, items }) => [head, items.map(({ no }) => no)])).toEqual([
    ['资源配置', ['1', '2', '10']],
    ['社会认可度', ['']],
    ['', ['2.1-3', '10.1']],
  ])
})

test('the printed list has each unit once, with all that it owes', () => {
  const needs = [needOf('a'), needOf('b', { unit: 'u2', unit_name: '县财政局' }), needOf('c')]
  expect(needsByUnit(needs).map(({ name, needs: own }) => [name, own.map(({ need }) => need)])).toEqual([
    ['石桥镇中心小学', ['a', 'c']],
    ['县财政局', ['b']],
  ])
})

test('a unit is asked only for what is not in order and does not wait for a review', () => {
  const states = ['missing', 'unread', 'weak', 'expired', 'ready', 'waived', 'spared'] as const
  const needs = states.map((state) => needOf(state, { state }))
  expect(askable(needs).map(({ need }) => need)).toEqual(['missing', 'weak', 'expired'])
})

test('whoever hands in sees first what was asked for soonest, and last what waits for a reviewer', () => {
  const needs = [
    needOf('read', { state: 'unread', requested_due: '2026-01-01' }),
    needOf('missing'),
    needOf('weak', { state: 'weak' }),
    needOf('later', { requested_due: '2026-06-01' }),
    needOf('soon', { requested_due: '2026-05-01' }),
  ]
  expect(mostUrgentFirst(needs).map(({ need }) => need)).toEqual(['soon', 'later', 'weak', 'missing', 'read'])
})

test('a card keeps its place, with its receipt, when what was sent changes its state; new ones come after', () => {
  const places = mostUrgentFirst([needOf('a'), needOf('b', { state: 'weak' })]).map(({ need }) => need)
  expect(places).toEqual(['b', 'a'])
  const now = mostUrgentFirst([
    needOf('new', { requested_due: '2026-01-01' }),
    needOf('a'),
    needOf('b', { state: 'unread' }),
  ])
  expect(now.map(({ need }) => need)).toEqual(['new', 'a', 'b'])
  expect(keepPlaces(places, now).map(({ need }) => need)).toEqual(['b', 'a', 'new'])
})

test('before a dossier is made it is said how whole it is; what is not needed does not count', () => {
  const counts = { missing: 2, unread: 1, weak: 0, expired: 0, ready: 7, waived: 5, spared: 3 }
  expect(completenessOf(counts)).toEqual({ ready: 7, needed: 10, lacking: '缺 2 项、待审 1 项' })
})

test('an image that is turned is as wide as before it was', () => {
  const photo = { width: 4000, height: 3000 }
  expect(placeImage(photo, 400, 0)).toEqual({
    image: { width: 400, height: 300 },
    place: { width: 400, height: 300 },
  })
  expect(placeImage(photo, 300, 90)).toEqual({
    image: { width: 400, height: 300 },
    place: { width: 300, height: 400 },
  })
})

test('zooming stops at the smallest and the largest size', () => {
  expect([nextZoom(1, 1), nextZoom(1, -1), nextZoom(4, 1), nextZoom(0.5, -1)]).toEqual([1.25, 0.75, 4, 0.5])
})
