import type { Catalogue } from '@eduduty/core/archive'
import { getRouteApi } from '@tanstack/react-router'
import { Button, Popconfirm, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { useChange } from '../../platform/form/use-change.ts'
import { useMay } from '../../platform/session/session-context.tsx'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { PlainHead } from '../../platform/shell/page-head.tsx'
import { archiveKey, cataloguePath } from '../archive-queries.ts'
import { archiveMessages as says } from '../messages.ts'
import { OutputsButton } from '../outputs/outputs-button.tsx'
import { catalogueName, useCatalogue } from '../use-catalogue.ts'
import { NeedListView } from './need-list-view.tsx'
import { OpenCatalogueDialog } from './open-catalogue-dialog.tsx'
import { PrintMissing } from './print-missing.tsx'
import '../archive.css'

const route = getRouteApi('/shell/plain/archive')

/** What has to be proved by papers in a year, what is there, and what is missing. */
export function CataloguePage(): ReactNode {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [opening, setOpening] = useState(false)
  const plans = useMay()('archive.plan')
  const { found, catalogue, choices } = useCatalogue(search.catalogue)
  const show = (name: string) => navigate({ search: { catalogue: name } })
  return (
    <>
      <PlainHead
        title={says.title}
        purpose={says.purpose}
        action={
          <span className="archive-actions">
            {catalogue !== undefined && <PrintMissing catalogue={catalogue} search={search} />}
            {catalogue !== undefined && <OutputsButton catalogue={catalogue} unit={search.unit} />}
            {plans && found.data !== undefined && (
              <Button type={catalogue === undefined ? 'primary' : 'default'} onClick={() => setOpening(true)}>
                {says.opening.title}
              </Button>
            )}
          </span>
        }
      />
      {found.error !== null && <ErrorState error={found.error} retry={() => found.refetch()} />}
      {found.error === null && found.data === undefined && <Loading />}
      {found.data !== undefined && catalogue === undefined && (
        <EmptyState title={says.noCatalogue} advice={plans ? says.noCatalogueAdvice : says.noCatalogueAdviceOthers} />
      )}
      {catalogue !== undefined && (
        <>
          <CatalogueLine catalogue={catalogue} choices={choices} show={show} />
          <NeedListView key={catalogueName(catalogue)} catalogue={catalogue} />
        </>
      )}
      {opening && (
        <OpenCatalogueDialog
          close={() => setOpening(false)}
          opened={(one) => {
            setOpening(false)
            show(catalogueName(one))
          }}
        />
      )}
    </>
  )
}

interface LineProps {
  readonly catalogue: Catalogue
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly show: (name: string) => void
}

/** Which catalogue it is, whether it is up to date, and whether it is closed. */
function CatalogueLine({ catalogue, choices, show }: LineProps): ReactNode {
  const plans = useMay()('archive.plan')
  const change = useChange<Catalogue>(archiveKey)
  const { is_open: isOpen, is_behind: isBehind } = catalogue
  const word = isOpen ? says.closing.end : says.closing.again
  return (
    <p className="archive-line">
      {choices.length < 2 ? (
        <strong>{catalogue.title}</strong>
      ) : (
        <Select
          size="small"
          popupMatchSelectWidth={false}
          aria-label={says.catalogue}
          value={catalogueName(catalogue)}
          options={[...choices]}
          onChange={show}
        />
      )}
      <span className="muted">{says.packYear(catalogue.pack_title, catalogue.year)}</span>
      {!isOpen && <span className="short">{says.closedMark}</span>}
      {isBehind && isOpen && <span className="short">{says.behind}</span>}
      {isBehind && isOpen && plans && (
        <Button
          size="small"
          loading={change.isPending}
          onClick={() =>
            change.mutate({ path: `${cataloguePath(catalogue)}/refreshing`, done: says.refreshed, shown: true })
          }
        >
          {says.refresh}
        </Button>
      )}
      {plans && (
        <Popconfirm
          title={word}
          description={isOpen ? says.closing.endHint : says.closing.againHint}
          onConfirm={() =>
            change.mutate({
              path: `${cataloguePath(catalogue)}/closing`,
              done: (now) => (now.is_open ? says.closing.opened : says.closing.ended),
            })
          }
        >
          <Button size="small" type="link">
            {word}
          </Button>
        </Popconfirm>
      )}
    </p>
  )
}
