import type { SplitUnitBody, UnitEntry } from '@eduduty/core/organizations'
import type { ChangeVerb } from './change-verbs.ts'

/** Everything that the forms of the changes may hold. */
export interface ChangeValues {
  readonly effective_on: string
  readonly reason: string
  readonly name?: string
  readonly code?: string
  readonly school_type?: string
  readonly parent_id?: string
  readonly from?: readonly string[]
  readonly into?: string | SplitUnitBody['into']
  readonly stays?: boolean
}

interface ChangeRequest {
  readonly path: string
  readonly body: object
}

/** What is sent for the values of a form. */
export function changeRequest(verb: ChangeVerb, unit: UnitEntry, values: ChangeValues): ChangeRequest {
  const { effective_on, reason } = values
  const when = { effective_on, reason: reason.trim() }
  const pathOf = (unitId: string) => `/organizations/units/${unit.county_code}/${unitId}/${verb}`
  const path = pathOf(unit.unit_id)
  switch (verb) {
    case 'rename': {
      const { name, code, school_type } = values
      const changed = {
        ...(name !== unit.name && { name: name?.trim() ?? '' }),
        ...(code !== undefined && code.trim() !== unit.code && { code: code.trim() }),
        ...(school_type !== undefined &&
          school_type.trim() !== unit.school_type && { school_type: school_type.trim() }),
      }
      return { path, body: { ...changed, ...when } }
    }
    case 'move':
      return { path, body: { parent_id: values.parent_id, ...when } }
    case 'merge':
      return {
        path: pathOf(typeof values.into === 'string' ? values.into : ''),
        body: { from: values.from?.filter((one) => one !== values.into) ?? [], ...when },
      }
    case 'split': {
      const parts = Array.isArray(values.into) ? values.into : []
      const into = parts.map(({ name, code = '', members = [] }) => ({
        name: name.trim(),
        members,
        ...(code.trim() !== '' && { code: code.trim() }),
      }))
      return { path, body: { into, stays: values.stays === true, ...when } }
    }
    case 'close':
      return { path, body: when }
  }
}

/** What the form shows at first. */
export function initialValues(verb: ChangeVerb, unit: UnitEntry, today: string): Partial<ChangeValues> {
  const when = { effective_on: today }
  switch (verb) {
    case 'rename':
      return { ...when, name: unit.name, code: unit.code, school_type: unit.school_type }
    case 'merge':
      return { ...when, from: [unit.unit_id] }
    case 'split':
      return {
        ...when,
        into: [
          { name: '', members: [] },
          { name: '', members: [] },
        ],
        stays: false,
      }
    case 'move':
    case 'close':
      return when
  }
}
