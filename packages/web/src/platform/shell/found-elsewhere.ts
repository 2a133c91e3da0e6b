import type { Subject } from '@eduduty/core/evaluation'
import type { PersonList } from '@eduduty/core/identity'
import type { UnitEntry } from '@eduduty/core/organizations'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { getJson, queryString } from '../api/http.ts'
import { platformMessages } from '../messages/messages.ts'
import { assessmentQuery } from '../run/queries.ts'
import { subjectLabel } from '../run/run-index.ts'
import { viewOf } from '../run/subject-views.ts'
import { useMay } from '../session/session-context.tsx'
import type { Found } from './found.ts'
import { useFoundTasks } from './found-tasks.ts'

const MOST = 6
const PAUSE = 150

/** Units, people, tables and tasks that the server finds, for whoever may see them; asked when the typing pauses. */
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
  const results = useResultsOf(units.data ?? [])
  const tasks = useFoundTasks(wanted)
  return [
    ...(units.data ?? []).flatMap((unit) => [...results(unit), foundUnit(unit)]),
    ...(people.data?.rows ?? []).map(foundPerson),
    ...tasks,
  ]
}

/** Where the results of a found unit stand in the evaluation that is looked at, for whoever sees one. */
function useResultsOf(units: readonly UnitEntry[]): (unit: UnitEntry) => readonly Found[] {
  const { run } = useSearch({ from: '__root__' })
  const may = useMay()
  const enabled = may('evaluation.read') && units.some((unit) => unit.code !== '')
  const { data } = useQuery({ ...assessmentQuery(run ?? 'latest'), enabled })
  const subjects = data?.subjects ?? []
  return ({ code }) => (code === '' ? [] : subjects.filter((subject) => subject.unit === code).map(foundSubject))
}

/** A school's row among the results. */
export function foundSubject(subject: Subject): Found {
  const search = { view: viewOf(subject), subject: subject.id }
  const hint = platformMessages.shell.searchResult
  return {
    key: `subject ${subject.id}`,
    label: subjectLabel(subject),
    hint,
    place: { to: '/evaluation/schools', search },
  }
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
