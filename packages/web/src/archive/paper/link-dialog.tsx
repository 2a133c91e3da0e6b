import type { Catalogue, PaperView } from '@eduduty/core/archive'
import { useQuery } from '@tanstack/react-query'
import { Checkbox, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { useChange } from '../../platform/form/use-change.ts'
import { platformMessages } from '../../platform/messages/messages.ts'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { TextFilter } from '../../platform/table/text-filter.tsx'
import { archiveKey, needsQuery, paperPath } from '../archive-queries.ts'
import { archiveMessages } from '../messages.ts'
import { NeedStateMark } from '../need-state-mark.tsx'
import { useCatalogue } from '../use-catalogue.ts'

const says = archiveMessages.linking

/** Chooses the required materials that a paper answers as well. */
export function LinkDialog({ view, close }: { view: PaperView; close: () => void }): ReactNode {
  const { catalogue, found } = useCatalogue(undefined)
  const [picked, setPicked] = useState<readonly string[]>([])
  const change = useChange(archiveKey)
  const { county, paper } = view.row
  const link = (): void =>
    change.mutate(
      { path: `${paperPath(county, paper)}/links`, body: { needs: picked }, done: says.done(picked.length) },
      { onSuccess: close },
    )
  return (
    <Modal
      open
      title={says.title}
      width={760}
      okText={says.ok(picked.length)}
      cancelText={platformMessages.cancel}
      okButtonProps={{ disabled: picked.length === 0, loading: change.isPending }}
      onOk={link}
      onCancel={close}
    >
      {found.data === undefined && <Loading />}
      {found.data !== undefined && catalogue === undefined && (
        <EmptyState title={archiveMessages.noCatalogue} advice={archiveMessages.noCatalogueAdviceOthers} />
      )}
      {catalogue !== undefined && (
        <NeedChoice
          catalogue={catalogue}
          used={view.needs.map(({ need }) => need)}
          picked={picked}
          tick={(need, on) => setPicked((before) => (on ? [...before, need] : before.filter((one) => one !== need)))}
        />
      )}
    </Modal>
  )
}

interface NeedChoiceProps {
  readonly catalogue: Catalogue
  readonly used: readonly string[]
  readonly picked: readonly string[]
  readonly tick: (need: string, on: boolean) => void
}

function NeedChoice({ catalogue, used, picked, tick }: NeedChoiceProps): ReactNode {
  const [text, setText] = useState<string>()
  const { data, error, refetch } = useQuery(needsQuery(catalogue, { text }))
  const offered = data?.needs.filter(({ need }) => !used.includes(need))
  return (
    <>
      <div className="filters">
        <TextFilter label={archiveMessages.filter.text} text={text} onText={setText} wide />
        <span className="filters-end muted">{catalogue.title}</span>
      </div>
      {error !== null && <ErrorState error={error} retry={() => refetch()} />}
      {error === null && offered === undefined && <Loading />}
      {offered?.length === 0 && <EmptyState title={says.empty} />}
      <ul className="archive-found">
        {offered?.map((one) => (
          <li key={one.need}>
            <Checkbox checked={picked.includes(one.need)} onChange={({ target }) => tick(one.need, target.checked)}>
              <span className="number before">{one.file_no}</span>
              {one.title} <span className="muted">{one.unit_name}</span>
            </Checkbox>
            <NeedStateMark state={one.state} />
          </li>
        ))}
      </ul>
    </>
  )
}
