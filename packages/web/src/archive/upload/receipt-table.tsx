import type { UploadedFile } from '@eduduty/core/archive'
import { Button, Progress, Select } from 'antd'
import type { ReactNode } from 'react'
import { bytesText } from '../../platform/table/bytes-text.ts'
import { DescribePart } from '../describing/describe-part.tsx'
import { archiveMessages } from '../messages.ts'
import { TakeBack } from '../paper/take-back.tsx'
import {
  newPapers,
  type SuggestedMaterial,
  suggestedMaterials,
  suggestionName,
  sumUploads,
  type Upload,
} from './upload-queue.ts'
import { type Accept, useAccept } from './use-accept.ts'
import type { Uploads } from './use-uploads.ts'

const says = archiveMessages.upload

interface ReceiptProps {
  readonly county: string
  readonly sending: Uploads
  /** Opens a paper; left out where its panel is not at hand. */
  readonly show?: (paper: string) => void
  /** What came in stands in a list beside, which has its own ways to replace it and to take it back. */
  readonly isListed?: boolean
}

/** What became of each chosen file; nothing goes away before somebody closes it. */
export function ReceiptTable({ county, sending, show, isListed = false }: ReceiptProps): ReactNode {
  const { uploads } = sending
  const accept = useAccept(county, uploads)
  if (uploads.length === 0) return null
  return (
    <section className="archive-receipt" aria-label={says.receipt}>
      <ReceiptHead sending={sending} accept={accept} />
      <div className="archive-receipt-rows">
        <table className="plain">
          <tbody>
            {uploads.flatMap((upload) =>
              upload.files.length === 0 ? (
                <UnderWay key={upload.no} upload={upload} />
              ) : (
                upload.files.map((file) => (
                  <Arrived
                    key={`${upload.no} ${file.name}`}
                    {...{ county, file, accept, show }}
                    takesBack={!isListed && file.outcome === 'kept'}
                  />
                ))
              ),
            )}
          </tbody>
        </table>
      </div>
      {!sending.isBusy && <DescribePart county={county} papers={newPapers(uploads)} />}
    </section>
  )
}

function ReceiptHead({ sending, accept }: { sending: Uploads; accept: Accept }): ReactNode {
  const { uploads, isBusy } = sending
  const sum = sumUploads(uploads)
  return (
    <div className="archive-receipt-head">
      {isBusy ? (
        <span role="status" className="archive-receipt-progress">
          {says.sending(bytesText(sum.sentBytes), bytesText(sum.allBytes))}
          <Progress size="small" showInfo={false} percent={(sum.sentBytes / Math.max(1, sum.allBytes)) * 100} />
        </span>
      ) : (
        <strong role="status">{says.sum(sum)}</strong>
      )}
      {accept.surest.length > 1 && (
        <Button size="small" type="primary" ghost loading={accept.isBusy} onClick={() => accept.take(accept.surest)}>
          {says.acceptAll(accept.surest.length)}
        </Button>
      )}
      {sum.failed > 0 && (
        <Button size="small" onClick={sending.retry}>
          {says.retry(sum.failed)}
        </Button>
      )}
      <Button size="small" type="text" onClick={isBusy ? sending.stop : sending.clear}>
        {isBusy ? says.stop : says.clear}
      </Button>
    </div>
  )
}

/** A file that is not there yet, or did not arrive. */
function UnderWay({ upload }: { upload: Upload }): ReactNode {
  const { name, bytes, state, sent, why } = upload
  return (
    <tr>
      <td className="archive-receipt-name">{name}</td>
      <td className="archive-receipt-outcome">
        {state === 'failed' ? (
          <span className="wrong">{says.failed}</span>
        ) : (
          <span className="muted">{says.states[state]}</span>
        )}
      </td>
      <td>
        {state === 'sending' && <Progress size="small" percent={Math.round((sent / Math.max(1, bytes)) * 100)} />}
        {state === 'failed' && why}
      </td>
    </tr>
  )
}

interface ArrivedProps {
  readonly county: string
  readonly file: UploadedFile
  readonly accept: Accept
  readonly show: ReceiptProps['show']
  readonly takesBack: boolean
}

function Arrived({ county, file, accept, show, takesBack }: ArrivedProps): ReactNode {
  const { paper, outcome, name, title, problem } = file
  const tone = outcome === 'refused' ? 'wrong' : outcome === 'known' || problem !== '' ? 'short' : 'better'
  return (
    <tr>
      <td className="archive-receipt-name">
        {paper !== undefined && show !== undefined ? (
          <button type="button" className="link" title={name} onClick={() => show(paper)}>
            {title || name}
          </button>
        ) : (
          <span title={name}>{title || name}</span>
        )}
      </td>
      <td className="archive-receipt-outcome">
        <span className={tone}>{problem !== '' && outcome !== 'refused' ? says.unused : says.outcomes[outcome]}</span>
      </td>
      <td>
        {problem !== '' && <p className="wrong">{problem}</p>}
        {paper !== undefined && <Suggested paper={paper} file={file} accept={accept} />}
        {paper !== undefined && takesBack && <TakeBack county={county} paper={paper} />}
      </td>
    </tr>
  )
}

/** Materials that its folder or its name points to, each once: one click uses it, where several units owe it for one of them. */
function Suggested({ paper, file, accept }: { paper: string; file: UploadedFile; accept: Accept }): ReactNode {
  return suggestedMaterials(file.suggested).map((material) => (
    <SuggestedUse key={material.needs[0]?.need} paper={paper} material={material} accept={accept} />
  ))
}

interface SuggestedUseProps {
  readonly paper: string
  readonly material: SuggestedMaterial
  readonly accept: Accept
}

function SuggestedUse({ paper, material: { title, because, needs }, accept }: SuggestedUseProps): ReactNode {
  const isTaken = ({ need }: { readonly need: string }): boolean => accept.accepted.has(suggestionName({ paper, need }))
  const taken = needs.filter(isTaken)
  const open = needs.filter((one) => !isTaken(one))
  const [only] = needs
  return (
    <div>
      {taken.map(({ need, unit_name: unit }) => (
        <div key={need} className="better">
          {needs.length > 1 ? says.usedForUnit(title, unit) : says.usedFor(title)}
        </div>
      ))}
      {open.length > 0 && (
        <>
          {says.suggests(title)} <span className="muted">{because}</span>{' '}
          {needs.length === 1 && only !== undefined ? (
            <Button
              size="small"
              disabled={accept.isBusy}
              aria-label={says.acceptLabel(title)}
              onClick={() => accept.take([{ paper, ...only }])}
            >
              {says.accept}
            </Button>
          ) : (
            <Select<string>
              size="small"
              showSearch={{ optionFilterProp: 'label' }}
              popupMatchSelectWidth={false}
              disabled={accept.isBusy}
              aria-label={says.unitLabel(title)}
              placeholder={says.chooseUnit(open.length)}
              value={null}
              options={open.map(({ need, unit_name: unit }) => ({ value: need, label: unit }))}
              onChange={(need: string) =>
                accept.take(open.filter((one) => one.need === need).map((one) => ({ paper, ...one })))
              }
            />
          )}
        </>
      )}
    </div>
  )
}
