import { isShownInFull, maskIdNumber, maskName, maskPhone, type RoleId, roles } from '@eduduty/core/identity'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const roleIds: RoleId[] = Object.keys(roles).filter((id): id is RoleId => Object.hasOwn(roles, id))

describe('masks', () => {
  it('keep three and four, and the first character of a name', () => {
    expect(maskIdNumber('990101198503071234')).toBe('990***********1234')
    expect(maskPhone('13900001234')).toBe('139****1234')
    expect(maskName('张三')).toBe('张*')
    expect(maskName('欧阳小明')).toBe('欧***')
    expect(maskName('张')).toBe('张*')
  })

  it('never show more than seven characters of a number', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{0,20}$/), (number) => {
        const shown = maskPhone(number).replaceAll('*', '')
        expect(shown.length).toBeLessThanOrEqual(7)
        expect(maskPhone(number)).toHaveLength(number.length)
        if (number.length > 0) expect(maskPhone(number)).toContain('*')
      }),
    )
  })

  it('show names to a role that needs them, and only in its own part of the tree', () => {
    const grant = {
      role: 'school_head',
      scope: '99/9901/990101/S001/',
      unit: '99/9901/990101/S001/',
      post: '校长',
      grantId: 'g',
    } as const
    expect(isShownInFull('name', [grant], '99/9901/990101/S001/')).toBe(true)
    expect(isShownInFull('name', [grant], '99/9901/990101/S0012/')).toBe(false)
    expect(isShownInFull('name', [{ ...grant, role: 'leader' }], '99/9901/990101/S001/')).toBe(false)
  })

  it('never show a number to any role without asking for it', () => {
    const grants = roleIds.map((role) => ({ role, scope: '99/', unit: '99/', post: '', grantId: '' }))
    expect(isShownInFull('id_number', grants, '99/9901/')).toBe(false)
    expect(isShownInFull('phone', grants, '99/9901/')).toBe(false)
  })
})
