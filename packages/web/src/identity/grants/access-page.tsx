import { isVerb, verbs } from '@eduduty/core/identity'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button, Segmented, Select } from 'antd'
import type { ReactNode } from 'react'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { PlainHead } from '../../platform/shell/page-head.tsx'
import { personAccessQuery } from '../people/identity-queries.ts'
import { PersonPicker, UnitPathPicker } from '../people/pickers.tsx'
import { PersonAccessList, UnitAccessList } from './access-lists.tsx'
import type { AccessSearch } from './grants-search.ts'
import { grantMessages } from './messages.ts'

const route = getRouteApi('/shell/plain/identity/access')
const says = grantMessages.access

/** Who can see a unit's data and by which rule; or what one person can see. */
export function AccessPage(): ReactNode {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const byPerson = search.by === 'person' || search.person !== undefined
  const change = (part: AccessSearch) => navigate({ search: (before) => ({ ...before, ...part }) })
  const print = (
    <Button type="primary" onClick={() => window.print()}>
      {says.print}
    </Button>
  )
  return (
    <>
      <PlainHead title={says.title} purpose={byPerson ? says.personPurpose : says.purpose} action={print} />
      <div className="filters">
        <Segmented
          size="small"
          value={byPerson ? 'person' : 'unit'}
          options={[
            { value: 'unit', label: says.byUnit },
            { value: 'person', label: says.byPerson },
          ]}
          onChange={(by) => navigate({ search: by === 'person' ? { by: 'person' } : {} })}
        />
        {byPerson ? <PersonFilter search={search} change={change} /> : <UnitFilters search={search} change={change} />}
      </div>
      {byPerson ? <ByPerson person={search.person} /> : <ByUnit unit={search.unit} verb={search.verb} />}
    </>
  )
}

interface FilterProps {
  readonly search: AccessSearch
  readonly change: (part: AccessSearch) => void
}

function PersonFilter({ search, change }: FilterProps): ReactNode {
  const { person = '' } = search
  const name = useQuery({ ...personAccessQuery(person), enabled: person !== '' }).data?.person_name
  const chosen = person === '' ? {} : { value: person, known: { value: person, label: name ?? '' } }
  return (
    <PersonPicker
      size="small"
      className="filter-access"
      {...chosen}
      onChange={(key) => change({ by: 'person', person: key })}
    />
  )
}

function UnitFilters({ search, change }: FilterProps): ReactNode {
  const chosen = search.unit === undefined ? {} : { value: search.unit }
  const verbOptions = Object.keys(verbs)
    .filter(isVerb)
    .map((value) => ({ value, label: verbs[value] }))
  return (
    <>
      <UnitPathPicker size="small" className="filter-access" {...chosen} onChange={(unit) => change({ unit })} />
      <Select
        size="small"
        className="filter-wide"
        allowClear
        placeholder={says.verb}
        aria-label={says.verb}
        value={search.verb ?? null}
        options={verbOptions}
        onChange={(verb?: string) => change({ verb })}
      />
    </>
  )
}

function ByPerson({ person }: { person: string | undefined }): ReactNode {
  if (person === undefined) return <EmptyState title={says.choosePerson} advice={says.personPurpose} />
  return <PersonAccessList person={person} />
}

function ByUnit({ unit, verb }: { unit: string | undefined; verb: string | undefined }): ReactNode {
  if (unit === undefined || verb === undefined) return <EmptyState title={says.choose} advice={says.chooseAdvice} />
  return <UnitAccessList unit={unit} verb={verb} />
}
