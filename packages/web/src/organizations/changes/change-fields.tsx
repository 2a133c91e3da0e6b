import type { UnitEntry } from '@eduduty/core/organizations'
import { Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { organizationMessages as says } from '../messages.ts'
import { selfAndBelow } from '../tree-rows.ts'
import type { ChangeVerb } from './change-verbs.ts'
import { SplitFields } from './split-fields.tsx'
import { UnitSelect, UnitsSelect } from './unit-select.tsx'

interface ChangeFieldsProps {
  readonly verb: ChangeVerb
  readonly unit: UnitEntry
  readonly units: readonly UnitEntry[]
}

const required = [{ required: true, message: says.open.required }]

/** What a change asks besides its date and its reason. */
export function ChangeFields({ verb, unit, units }: ChangeFieldsProps): ReactNode {
  switch (verb) {
    case 'rename':
      return <RenameFields unit={unit} />
    case 'move':
      return (
        <Form.Item name="parent_id" label={says.move.parent} rules={required}>
          <UnitSelect units={outside(units, unit).filter((other) => other.unit_id !== unit.parent_id)} />
        </Form.Item>
      )
    case 'merge':
      return <MergeFields unit={unit} units={units} />
    case 'split':
      return <SplitFields members={units.filter((other) => other.parent_id === unit.unit_id)} />
    case 'close':
      return <p className="note">{says.close.hint}</p>
  }
}

function outside(units: readonly UnitEntry[], unit: UnitEntry): readonly UnitEntry[] {
  const inside = selfAndBelow(units, unit)
  return units.filter((other) => !inside.has(other.unit_id))
}

function RenameFields({ unit }: { unit: UnitEntry }): ReactNode {
  const isSchool = unit.kind === 'school' || unit.kind === 'kindergarten'
  return (
    <>
      <Form.Item name="name" label={says.rename.name} rules={required}>
        <Input maxLength={80} autoFocus />
      </Form.Item>
      {unit.kind !== 'government' && (
        <div className="change-pair">
          <Form.Item name="code" label={says.open.code} extra={says.rename.codeHint}>
            <Input maxLength={18} />
          </Form.Item>
          {isSchool && (
            <Form.Item name="school_type" label={says.open.schoolType}>
              <Input maxLength={40} />
            </Form.Item>
          )}
        </div>
      )}
    </>
  )
}

function MergeFields({ unit, units }: { unit: UnitEntry; units: readonly UnitEntry[] }): ReactNode {
  const teaching = ['school', 'kindergarten']
  const alike = units.filter(
    (other) => other.kind === unit.kind || (teaching.includes(other.kind) && teaching.includes(unit.kind)),
  )
  return (
    <>
      <Form.Item name="from" label={says.merge.from} rules={required}>
        <UnitsSelect units={alike} />
      </Form.Item>
      <Form.Item name="into" label={says.merge.into} rules={required} extra={says.merge.hint}>
        <UnitSelect units={alike} />
      </Form.Item>
    </>
  )
}
