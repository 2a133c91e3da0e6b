import type { PersonList } from '@eduduty/core/identity'
import type { UnitEntry } from '@eduduty/core/organizations'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { getJson, queryString } from '../api/http.ts'
import { platformMessages } from '../messages/messages.ts'
import { useMay } from '../session/session-context.tsx'
import type { Found } from './found.ts'

const MOST = 6
const PAUSE = 150

/** Units and people that the server finds, for whoever may see them; asked when the typing pauses. */
export function useFoundElsewhere(text: string): readonly Found[] {
  const may = useMay()
  const wanted = usePaused(text.trim())
  const units = useQuery({
    queryKey: ['find units', wanted],
    enabled: wanted !== '' && may('organizations.read'),
    queryFn: ({ signal }) =>
      getJson<UnitEntry[]>(`/organizations/search${queryString({ text: wanted, limit: String(MOST) })}`, signal),
  })
  const people = useQuery({
    queryKey: ['find people', wanted],
    enabled: wanted !== '' && may('identity.read'),
    queryFn: ({ signal }) =>
      getJson<PersonList>(`/identity/people${queryString({ q: wanted, size: String(MOST) })}`, signal),
  })
  return [...(units.data ?? []).map(foundUnit), ...(people.data?.rows ?? []).map(foundPerson)]
}

function foundUnit(unit: UnitEntry): Found {
  const search = { unit: `${unit.county_code}/${unit.unit_id}` }
  const hint = platformMessages.shell.searchUnit
  return { key: `unit ${unit.org_path}`, label: unit.name, hint, place: { to: '/organizations', search } }
}

function foundPerson(person: PersonList['rows'][number]): Found {
  const search = { pick: `${person.county_code}/${person.person_id}` }
  return {
    key: `person ${person.person_id}`,
    label: person.name,
    hint: person.unit_name,
    place: { to: '/identity/people', search },
  }
}

/** The text as it was when the typing last paused. */
function usePaused(text: string): string {
  const [paused, setPaused] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), PAUSE)
    return () => clearTimeout(timer)
  }, [text])
  return paused
}
