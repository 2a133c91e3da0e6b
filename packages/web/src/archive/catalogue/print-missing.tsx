import { type Catalogue, needStateTitles } from '@eduduty/core/archive'
import { useMutation } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { PrintSheet } from '../../platform/shell/print-sheet.tsx'
import type { CatalogueSearch } from '../archive-search.ts'
import { archiveMessages } from '../messages.ts'
import { needsByUnit, type ReadNeeds, readAllNeeds } from './read-all-needs.ts'

const says = archiveMessages.printing

/** Prints what is not in order, each unit for itself, so that it can be handed out. */
export function PrintMissing({ catalogue, search }: { catalogue: Catalogue; search: CatalogueSearch }): ReactNode {
  const { message } = App.useApp()
  const [needs, setNeeds] = useState<ReadNeeds>()
  const read = useMutation({
    mutationFn: () => readAllNeeds(catalogue, { ...search, state: undefined, open: 'true' }),
    onSuccess: (found) => (found.total === 0 ? void message.info(says.nothing) : setNeeds(found)),
    onError: (error) => void message.error(error.message, 8),
  })
  return (
    <>
      <Button loading={read.isPending} onClick={() => read.mutate()}>
        {says.action}
      </Button>
      {needs !== undefined && <MissingSheet catalogue={catalogue} needs={needs} done={() => setNeeds(undefined)} />}
    </>
  )
}

interface SheetProps {
  readonly catalogue: Catalogue
  readonly needs: ReadNeeds
  readonly done: () => void
}

/** A sheet of its own over the page, taken away when it is printed. */
function MissingSheet({ catalogue, needs: { needs, total }, done }: SheetProps): ReactNode {
  useEffect(() => {
    document.body.classList.add('prints-alone')
    window.addEventListener('afterprint', done, { once: true })
    const timer = setTimeout(() => window.print())
    return () => {
      clearTimeout(timer)
      window.removeEventListener('afterprint', done)
      document.body.classList.remove('prints-alone')
    }
  }, [done])
  return createPortal(
    <div className="print-alone archive-missing">
      <PrintSheet head={`${catalogue.title}　${says.title}`}>
        {needs.length < total && <p className="note">{says.cut(needs.length, total)}</p>}
        {needsByUnit(needs).map(({ unit, name, needs: own }) => (
          <section key={unit}>
            <h2>{says.unit(name, own.length)}</h2>
            <table className="plain">
              <thead>
                <tr>
                  <th>{archiveMessages.columns.no}</th>
                  <th>{archiveMessages.columns.title}</th>
                  <th>{archiveMessages.columns.state}</th>
                  <th>{archiveMessages.columns.because}</th>
                  <th>{says.due}</th>
                </tr>
              </thead>
              <tbody>
                {own.map((one) => (
                  <tr key={one.need}>
                    <td className="number">{one.file_no}</td>
                    <td>{one.title}</td>
                    <td className="nowrap">{needStateTitles[one.state]}</td>
                    <td>{one.because}</td>
                    <td className="number">{one.requested_due}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        ))}
      </PrintSheet>
    </div>,
    document.body,
  )
}
