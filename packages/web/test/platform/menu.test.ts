import { verbs } from '@eduduty/core/identity'
import { describe, expect, test } from 'vitest'
import { findPages, menuFor } from '../../src/platform/shell/menu.ts'

const all = Object.keys(verbs)
const labelsOf = (text: string) => findPages(all, text).map(({ label }) => label)

describe('pages by their initials', () => {
  test('have one letter for each character of their name', () => {
    for (const { label, initials } of menuFor(all).flatMap(({ entries }) => entries))
      expect([label, initials.length]).toEqual([label, [...label].length])
  })

  test('are found by the letters that somebody types', () => {
    expect(labelsOf('ryzh')).toEqual(['人员账号'])
    expect(labelsOf('rzdl')).toEqual(['任职代理'])
    expect(labelsOf('jssq')).toEqual(['角色授权'])
  })
})
