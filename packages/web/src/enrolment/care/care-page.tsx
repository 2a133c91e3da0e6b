import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button, Tabs } from 'antd'
import { type ReactNode, useState } from 'react'
import { unitTreeQuery } from '../../platform/api/unit-tree.ts'
import { useMay } from '../../platform/session/session-context.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { PlainHead } from '../../platform/shell/page-head.tsx'
import { type CarePageSearch, careViews } from './care-search.ts'
import { ChildrenPart } from './children-part.tsx'
import { careMessages as says } from './messages.ts'
import { RegisterDialog } from './register-dialog.tsx'
import { TeachingPart } from './teaching-part.tsx'
import '../enrolment.css'
import './care.css'

const route = getRouteApi('/shell/plain/enrolment/care')

/** Children in care: how they are placed, who is taught at home and how much, who has to be visited when. */
export function CarePage(): ReactNode {
  const works = useMay()('enrolment.work')
  const [isOpen, setOpen] = useState(false)
  const { data: tree, error, refetch } = useQuery(unitTreeQuery())
  return (
    <>
      <PlainHead
        title={says.title}
        purpose={says.purpose}
        action={
          works &&
          tree !== undefined && (
            <Button type="primary" onClick={() => setOpen(true)}>
              {says.register.action}
            </Button>
          )
        }
      />
      {error !== null && <ErrorState error={error} retry={() => refetch()} />}
      {error === null && tree === undefined && <Loading />}
      {tree !== undefined && <Desk county={tree.county} />}
      {isOpen && tree !== undefined && <RegisterDialog county={tree.county} close={() => setOpen(false)} />}
    </>
  )
}

function Desk({ county }: { county: string }): ReactNode {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const change = (part: CarePageSearch) =>
    void navigate({ search: (before) => ({ ...before, page: undefined, ...part }), replace: true })
  const view = search.view ?? 'children'
  return (
    <>
      <Tabs
        size="small"
        aria-label={says.title}
        activeKey={view}
        onChange={(key) => change({ view: careViews.find((one) => one === key), only: undefined, kind: undefined })}
        items={careViews.map((key) => ({ key, label: says.views[key] }))}
      />
      {view === 'teaching' ? (
        <TeachingPart county={county} search={search} change={change} />
      ) : (
        <ChildrenPart county={county} search={search} change={change} />
      )}
    </>
  )
}
