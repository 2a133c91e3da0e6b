import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { platformMessages } from '../messages/messages.ts'
import { useRunIfAny } from '../run/current-run.tsx'
import { assessmentQuery } from '../run/queries.ts'
import { indexRun, type RunIndex } from '../run/run-index.ts'
import { useMay, useSession } from '../session/session-context.tsx'
import { type FoundInRun, findInRun } from './find-in-run.ts'
import type { Found } from './found.ts'
import { useFoundElsewhere } from './found-elsewhere.ts'
import { findPages } from './menu.ts'

/** What fits the text: pages first, then what the run of the page or else the latest holds, then what the server finds. */
export function useFound(text: string): readonly Found[] {
  const index = useIndex()
  const { verbs } = useSession()
  const elsewhere = useFoundElsewhere(text)
  const here = useMemo(() => {
    const pages = findPages(verbs, text).map(
      ({ to, label }): Found => ({ key: to, label, hint: platformMessages.shell.searchPage, place: { to } }),
    )
    return [...pages, ...(index === undefined ? [] : findInRun(index, text)).map(inRun)]
  }, [verbs, index, text])
  const known = new Set(here.map(({ key }) => key))
  return eachOnce([...here, ...elsewhere.filter(({ key }) => !known.has(key))])
}

/** A school is evaluated several times, by stage and as a whole: who reads the list sees one line for what reads the same. */
function eachOnce(found: readonly Found[]): readonly Found[] {
  const shown = ({ label, hint, place }: Found): string => [label, hint, place.to].join(' ')
  return [...new Map(found.toReversed().map((one) => [shown(one), one])).values()].toReversed()
}

/** Of the run that the page stands on; elsewhere of the latest. */
function useIndex(): RunIndex | undefined {
  const run = useRunIfAny()
  const may = useMay()
  const { data } = useQuery({ ...assessmentQuery('latest'), enabled: run === undefined && may('evaluation.read') })
  return useMemo(() => run?.index ?? (data === undefined ? undefined : indexRun(data)), [run, data])
}

/** Leads to what was found. */
export function useGoTo(): (found: Found) => void {
  const navigate = useNavigate()
  return ({ place }) => void navigate(place)
}

function inRun(one: FoundInRun): Found {
  if (one.kind === 'subject') {
    const search = { view: one.view, subject: one.id }
    return { key: `subject ${one.id}`, label: one.label, hint: one.hint, place: { to: '/evaluation/schools', search } }
  }
  const search = one.item ? { item: one.id } : one.figure === undefined ? {} : { trace: [one.figure] }
  const hint = platformMessages.shell.searchIndicator
  return { key: `indicator ${one.id}`, label: one.label, hint, place: { to: '/evaluation', search } }
}
