import { createRootRoute, createRoute, retainSearchParams } from '@tanstack/react-router'
import { lazy, type ReactNode } from 'react'
import { NotFound } from './platform/shell/page-error.tsx'
import { PlainFrame } from './platform/shell/plain-frame.tsx'
import { PublicFrame } from './platform/shell/public-frame.tsx'
import { rootSearch } from './platform/shell/root-search.ts'
import { RunFrame } from './platform/shell/run-frame.tsx'
import { Shell } from './platform/shell/shell.tsx'
import { OwedNote, TraceMentions, TraceNote } from './platform/trace/trace-note.ts'

export const rootRoute = createRootRoute({
  notFoundComponent: NotFound,
  validateSearch: rootSearch,
  search: { middlewares: [retainSearchParams(['run'])] },
})

/** Before signing in. */
export const publicRoute = createRoute({ getParentRoute: () => rootRoute, id: 'public', component: PublicFrame })

const FigureEvidence = lazy(async () => ({
  default: (await import('./archive/evidence/figure-evidence.tsx')).FigureEvidence,
}))

const TracedMentions = lazy(async () => ({
  default: (await import('./reports/mentions/figure-mentions.tsx')).TracedMentions,
}))

const OwedForm = lazy(async () => ({ default: (await import('./collection/owed/owed-form.tsx')).OwedForm }))

/** The chain of a figure, which knows no slice, ends with the forms that are owed, the sentences and the papers behind it. */
function ShellWithNotes(): ReactNode {
  return (
    <TraceNote.Provider value={FigureEvidence}>
      <TraceMentions.Provider value={TracedMentions}>
        <OwedNote.Provider value={OwedForm}>
          <Shell />
        </OwedNote.Provider>
      </TraceMentions.Provider>
    </TraceNote.Provider>
  )
}

/** For whoever is signed in. */
export const shellRoute = createRoute({ getParentRoute: () => rootRoute, id: 'shell', component: ShellWithNotes })
/** Pages on one evaluation run. */
export const runRoute = createRoute({ getParentRoute: () => shellRoute, id: 'run', component: RunFrame })
/** All other pages. */
export const plainRoute = createRoute({ getParentRoute: () => shellRoute, id: 'plain', component: PlainFrame })
