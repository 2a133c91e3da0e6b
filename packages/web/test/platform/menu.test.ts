import { roles, verbs } from '@eduduty/core/identity'
import { describe, expect, test } from 'vitest'
import { findPages, homeFor, menuFor } from '../../src/platform/shell/menu.ts'

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

describe('the first page', () => {
  test.each(Object.entries(roles))('of %s is the desk, of an administrator the workbench', (_id, { duty, verbs }) => {
    expect(homeFor(verbs)).toBe(duty === 'business' ? '/desk' : '/identity/administrators')
  })
})
