import { getRouteApi, Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import { PageHead } from '../../platform/shell/page-head.tsx'
import { evaluationMessages } from '../messages.ts'
import { EffectTable } from './effect-table.tsx'
import { ItemPanel } from './item-panel.tsx'
import { VerdictBlock } from './verdict-block.tsx'
import { VerdictTree } from './verdict-tree.tsx'

const route = getRouteApi('/shell/run/evaluation')

/** The verdict, why, and every item below it with its light. */
export function OverviewPage(): ReactNode {
  const { assessment } = useCurrentRun().index
  const { item } = route.useSearch()
  const navigate = route.useNavigate()
  const says = evaluationMessages.overview
  const show = (indicator: string | undefined) => navigate({ search: (before) => ({ ...before, item: indicator }) })
  return (
    <>
      <PageHead
        title={says.title}
        purpose={says.purpose}
        unit={says.unit}
        action={
          <Link to="/evaluation/documents" className="primary-link">
            {says.documents}
          </Link>
        }
      />
      <VerdictBlock />
      <VerdictTree selected={item} open={show} />
      {assessment.effects.length > 0 && <EffectTable effects={assessment.effects} />}
      {item !== undefined && <ItemPanel indicator={item} close={() => show(undefined)} />}
    </>
  )
}
