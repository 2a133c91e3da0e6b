import type { TemplateEntry } from '@eduduty/core/documents'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { MakeFileButton } from '../../platform/form/make-file-button.tsx'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import { useMay } from '../../platform/session/session-context.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { reportsQuery } from '../drafts/draft-queries.ts'
import '../reports.css'
import { filledPath, reportsOf, templatesQuery } from '../templates/template-queries.ts'
import { deckOfDraft, deckOfOutline } from './deck-choices.ts'
import { materialMessages as says } from './messages.ts'
import { SlidesDialog } from './slides-dialog.tsx'

interface Material {
  readonly title: string
  readonly what: string
  readonly path: string
  readonly name: string
  /** Is asked for pictures first. */
  readonly asks?: true
}

/** Further documents that the figures of the run can be put into. */
export function MaterialsSection(): ReactNode {
  const { id, index } = useCurrentRun()
  const { county, year } = index.assessment.run
  const templates = useQuery(templatesQuery(id))
  const [isAsking, setAsking] = useState(false)
  const rows = [...ready(id, county.name, year), ...(templates.data ?? []).map((one) => fromTemplate(id, one))]
  return (
    <section className="materials">
      <h2>{says.title}</h2>
      <p className="muted">
        {says.hint} <Link to="/reports/templates">{says.toTemplates}</Link>
      </p>
      <LedgerTable
        label={says.title}
        rows={rows}
        rowKey={({ path }) => path}
        columns={[
          { key: 'title', title: says.columns.title, width: 300, wrap: true, cell: ({ title }) => title },
          {
            key: 'what',
            title: says.columns.what,
            width: 460,
            wrap: true,
            cell: ({ what }) => <span className="muted">{what}</span>,
          },
          { key: 'make', title: says.columns.make, width: 90, cell: (one) => makeButton(one, () => setAsking(true)) },
        ]}
      />
      {templates.error !== null && <ErrorState error={templates.error} retry={() => templates.refetch()} />}
      {templates.isPending && <Loading />}
      {isAsking && <Slides close={() => setAsking(false)} />}
    </section>
  )
}

/** Reports of the county that somebody has written on come first: what they say is what is to be shown. */
function Slides({ close }: { close: () => void }): ReactNode {
  const { id, index } = useCurrentRun()
  const { county, year, pack } = index.assessment.run
  const may = useMay()
  const drafts = useQuery({ ...reportsQuery(), enabled: may('reports.read') })
  if (drafts.isLoading) return <Loading />
  const outline = deckOfOutline(id, county.name, year)
  const own = (drafts.data?.reports ?? []).filter(
    (one) => one.county === county.code && one.subject_name === county.name && one.year === year,
  )
  const [first, ...others] = own
    .filter((one) => one.pack_title === pack.title)
    .toSorted((a, b) => Number(b.kind === 'self_evaluation') - Number(a.kind === 'self_evaluation'))
    .map((one) => deckOfDraft(one, id))
  const choices = first === undefined ? ([outline] as const) : ([first, ...others, outline] as const)
  return <SlidesDialog choices={choices} note={first === undefined ? says.slides.noDraft : undefined} close={close} />
}

const makeButton = (one: Material, ask: () => void): ReactNode =>
  one.asks === true ? (
    <Button size="small" aria-label={`${says.make} ${one.title}`} onClick={ask}>
      {says.make}
    </Button>
  ) : (
    <MakeFileButton label={says.make} title={one.title} path={one.path} name={one.name} />
  )

/** What every run gives. */
const ready = (run: string, county: string, year: number): readonly Material[] => [
  {
    title: says.slides.title,
    what: says.slides.what,
    path: `${reportsOf(run)}/slides`,
    name: says.slides.name(county, year),
    asks: true,
  },
  {
    title: says.briefing.title,
    what: says.briefing.what,
    path: `${reportsOf(run)}/briefing`,
    name: `${says.briefing.name(county, year)}.docx`,
  },
  {
    title: says.briefing.split,
    what: says.briefing.splitWhat,
    path: `${reportsOf(run)}/briefing?split=true`,
    name: `${says.briefing.name(county, year)}.zip`,
  },
]

const fromTemplate = (run: string, { id, title }: TemplateEntry): Material => ({
  title: says.template(title),
  what: says.templateWhat,
  path: filledPath(run, id),
  name: `${title}.docx`,
})
