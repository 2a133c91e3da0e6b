import { roles, verbs } from '@eduduty/core/identity'
import { describe, expect, test } from 'vitest'
import { entryAt, findPages, groupAt, homeFor, isNested, menuFor } from '../../src/platform/shell/menu.ts'

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

describe('groups of the menu', () => {
  test.each(Object.entries(roles))('of %s are at most nine', (_id, { verbs }) => {
    expect(menuFor(verbs).length).toBeLessThanOrEqual(9)
  })

  test('open and close for whoever has many pages; an administrator has the few in one list', () => {
    const nested = Object.entries(roles).filter(([, { verbs }]) => isNested(menuFor(verbs)))
    const flat = Object.keys(roles).filter((id) => !nested.some(([one]) => one === id))
    expect(flat).toEqual(['system_admin', 'security_admin', 'auditor'])
  })

  test('is open where the page is, also of a page below an entry', () => {
    const groups = menuFor(roles.supervisor.verbs)
    expect(entryAt(groups, '/duties/tasks/7')?.to).toBe('/duties')
    expect(entryAt(groups, '/evaluation/what-if')?.to).toBe('/evaluation/what-if')
    expect(groupAt(groups, '/archive/papers')?.id).toBe('archive')
    expect(groupAt(groups, '/account')).toBeUndefined()
  })
})
