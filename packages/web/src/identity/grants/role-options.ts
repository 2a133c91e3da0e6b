import { isRoleId, type RoleId, roles } from '@eduduty/core/identity'

export const roleIds: readonly RoleId[] = Object.keys(roles).filter(isRoleId)

export const roleOptions = roleIds.map((role) => ({ value: role, label: roles[role].title }))
