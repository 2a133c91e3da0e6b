import { describe, expect, it } from 'vitest'
import { type GrantInForce, passOn, type RoleId, scopesFor, verbsIn } from '../../src/identity/index.ts'

const path = '99/9901/990101/D01/'
const grant = (role: RoleId): GrantInForce => ({ role, scope: path, unit: path, post: '岗位', grantId: role })

describe('what a delegate may use of a colleague’s rights', () => {
  it('is the daily work, never what is given to a person by name', () => {
    const { grants, withheld } = passOn([grant('department_head')], [])
    expect(verbsIn(grants)).toContain('collection.review_first')
    expect(verbsIn(grants)).not.toContain('identity.reveal')
    expect(withheld).toEqual(
      expect.arrayContaining(['identity.reveal', 'enrolment.reveal', 'enrolment.diagnose', 'reports.sign']),
    )
  })

  it('leaves behind what must not meet with what the delegate does themselves', () => {
    const { grants } = passOn([grant('department_head')], [grant('department_clerk')])
    expect(verbsIn(grants)).not.toContain('collection.review_first')
    expect(verbsIn(grants)).not.toContain('reports.sign')
    expect(verbsIn(grants)).not.toContain('archive.review')
    expect(scopesFor(grants, 'duties.work')).toEqual([path])
    expect(scopesFor(grants, 'collection.review_first')).toEqual([])
  })

  it('is nothing where one of the three administrators is on either side', () => {
    expect(passOn([grant('security_admin')], [grant('department_clerk')]).grants).toEqual([])
    expect(passOn([grant('department_head')], [grant('auditor')]).grants).toEqual([])
  })
})
