import type { Catalogue, NeedRow } from '@eduduty/core/archive'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { archiveMessages } from '../messages.ts'
import { NeedStateMark } from '../need-state-mark.tsx'
import type { ChosenFile } from '../upload/files-of-drop.ts'
import { ReceiptTable } from '../upload/receipt-table.tsx'
import { ChooseButton } from '../upload/upload-field.tsx'
import { useStayWhileUploading } from '../upload/use-stay-while-uploading.ts'
import { useUploads } from '../upload/use-uploads.ts'
import { catalogueName } from '../use-catalogue.ts'
import { HandedInPaper } from './handed-in-paper.tsx'

const says = archiveMessages.handIn

/** One owed material with the buttons that send it. */
export function HandInCard({ catalogue, need }: { catalogue: Catalogue; need: NeedRow }): ReactNode {
  const sending = useUploads()
  useStayWhileUploading(sending.isBusy)
  const { county } = catalogue
  const target = { county, unit: need.unit, need: need.need, catalogue: catalogue.catalogue }
  const add = (files: readonly ChosenFile[]): void => sending.add(target, files)
  const { requested_due: due, is_overdue: isOverdue } = need
  const isAnswered = need.state === 'unread'
  return (
    <li className="archive-owed-card">
      <div className="archive-owed-head">
        <Link to="/archive" search={{ catalogue: catalogueName(catalogue), need: need.need }}>
          <span className="number before">{need.file_no}</span>
          {need.title}
        </Link>
        <NeedStateMark state={need.state} />
      </div>
      {due !== undefined && (
        <p className={isOverdue ? 'wrong' : 'short'}>{archiveMessages.requestedTill(due, isOverdue)}</p>
      )}
      <p className="muted">{[need.unit_name, need.because, need.note].filter((part) => part !== '').join('　')}</p>
      {need.papers.map((one) => (
        <HandedInPaper key={one.paper} county={county} need={need} one={one} />
      ))}
      {catalogue.is_open && (
        <div className="archive-owed-ways">
          <ChooseButton label={archiveMessages.upload.photo} onFiles={add} photo isMain={!isAnswered} />
          <ChooseButton label={isAnswered ? says.more : archiveMessages.upload.choose} onFiles={add} />
        </div>
      )}
      <ReceiptTable county={county} sending={sending} isListed />
    </li>
  )
}
