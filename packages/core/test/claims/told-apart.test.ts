import { describe, expect, it } from 'vitest'
import { blamedIn } from './check-text.ts'

/** A text as it is, one number of it written wrong, and what is then blamed. */
type Case = readonly [text: string, from: string, to: string, blamed: readonly string[]]

const CASES: readonly Case[] = [
  // Kinds that an opening tells, with the word that says so or by what they are.
  [
    '全县安排资金950万元。分学段，小学支出520万元，初中支出310万元，高中支出120万元。',
    '950',
    '1000',
    ['wrong 1000万元'],
  ],
  [
    '全县安排资金950万元。从经济科目看，小学支出520万元，初中支出310万元，高中支出120万元。',
    '950',
    '1000',
    ['wrong 1000万元'],
  ],
]

describe('what reads alike is told apart, and is found where it is meant', () => {
  it.each(CASES)('%s %s → %s', (text, from, to, blamed) => {
    expect(blamedIn(text)).toEqual([])
    expect(text).toContain(from)
    expect(blamedIn(text.replace(from, to))).toEqual(blamed)
  })
})

describe('what reads alike and says something else is left alone', () => {
  it.each([
    // Openings that tell no kinds.
    '全县安排资金1000万元。从今年开始，小学支出520万元，初中支出310万元，高中支出120万元。',
    '全县安排资金1000万元。按照上级要求，小学支出520万元，初中支出310万元，高中支出120万元。',
    '全县安排资金1000万元。从检查情况，小学支出520万元，初中支出310万元，高中支出120万元。',
  ])('%s', (text) => {
    expect(blamedIn(text)).toEqual([])
  })
})
