import type { PersonList, PostList } from '@eduduty/core/identity'
import { countyOf, type UnitEntry } from '@eduduty/core/organizations'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { getJson, queryString } from '../../platform/api/http.ts'
import { unitTreeQuery } from '../../platform/api/unit-tree.ts'
import { peopleMessages } from './messages.ts'
import { type RemoteOption, RemoteSelect } from './remote-select.tsx'

interface PickerProps {
  readonly id?: string
  readonly value?: string
  readonly onChange?: (value: string | undefined) => void
  readonly size?: 'small'
  readonly className?: string
  readonly known?: RemoteOption | undefined
  readonly label?: string
}

async function findUnits(text: string, signal: AbortSignal): Promise<readonly UnitEntry[]> {
  return getJson<UnitEntry[]>(`/organizations/search${queryString({ text, limit: '30' })}`, signal)
}

const unitsByPath = async (text: string, signal: AbortSignal): Promise<readonly RemoteOption[]> =>
  (await findUnits(text, signal)).map((unit) => ({ value: unit.org_path, label: unit.name }))

const unitsByKey = async (text: string, signal: AbortSignal): Promise<readonly RemoteOption[]> =>
  (await findUnits(text, signal)).map((unit) => ({ value: `${unit.county_code}/${unit.unit_id}`, label: unit.name }))

async function findPeople(text: string, signal: AbortSignal): Promise<readonly RemoteOption[]> {
  const { rows } = await getJson<PersonList>(`/identity/people${queryString({ q: text, size: '30' })}`, signal)
  return rows.map((row) => ({ value: `${row.county_code}/${row.person_id}`, label: row.name, under: row.unit_name }))
}

async function findPosts(text: string, signal: AbortSignal): Promise<readonly RemoteOption[]> {
  const { rows } = await getJson<PostList>(`/identity/posts${queryString({ q: text, size: '30' })}`, signal)
  const under = (row: PostList['rows'][number]) => [row.unit_name, row.holder].filter(Boolean).join(' ')
  return rows.map((row) => ({ value: `${row.county_code}/${row.post_id}`, label: row.title, under: under(row) }))
}

/** A unit by its path, for filters and scopes. A path from the address is shown by its name. */
export function UnitPathPicker(props: PickerProps): ReactNode {
  const path = props.value ?? ''
  const tree = useQuery({ ...unitTreeQuery({ county: countyOf(path) }), enabled: path !== '' })
  const unit = tree.data?.units.find((one) => one.org_path === path)
  const known = unit === undefined ? undefined : { value: path, label: unit.name }
  return <RemoteSelect {...props} label={props.label ?? peopleMessages.pickUnit} find={unitsByPath} known={known} />
}

/** A unit by county code and id: `990101/S001`. */
export function UnitPicker(props: PickerProps): ReactNode {
  return <RemoteSelect {...props} label={props.label ?? peopleMessages.pickUnit} find={unitsByKey} />
}

/** A person by county code and id. */
export function PersonPicker(props: PickerProps): ReactNode {
  return <RemoteSelect {...props} label={props.label ?? peopleMessages.pickPerson} find={findPeople} />
}

/** A post by county code and id. */
export function PostPicker(props: PickerProps): ReactNode {
  return <RemoteSelect {...props} label={props.label ?? peopleMessages.pickPost} find={findPosts} />
}

/** `990101/S001` → county code and id. */
export function splitKey(key: string): readonly [string, string] {
  const at = key.indexOf('/')
  return [key.slice(0, at), key.slice(at + 1)]
}
