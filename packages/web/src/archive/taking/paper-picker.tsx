import type { PaperRow } from '@eduduty/core/archive'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { useMay } from '../../platform/session/session-context.tsx'
import { papersQuery } from '../archive-queries.ts'
import { ReceiptTable } from '../upload/receipt-table.tsx'
import { UploadField } from '../upload/upload-field.tsx'
import type { Upload } from '../upload/upload-queue.ts'
import { useUploads } from '../upload/use-uploads.ts'
import { pickingMessages as says } from './messages.ts'
import '../archive.css'

interface PaperPickerProps {
  readonly county: string
  /** Whose papers uploaded ones are. */
  readonly unit: string
  /** Ids of the papers chosen; a form field gives both. */
  readonly value?: readonly string[]
  readonly onChange?: (papers: readonly string[]) => void
}

/** Chooses papers of the archive by their words, or sends them there and has them chosen. */
export function PaperPicker({ county, unit, value = [], onChange = () => {} }: PaperPickerProps): ReactNode {
  const [text, setText] = useState<string>()
  const { data, isFetching } = useQuery(papersQuery(county, { text }))
  const provides = useMay()('archive.provide')
  const sending = useUploads()
  const arrived = arrivedIn(sending.uploads)
  const [taken, setTaken] = useState<readonly string[]>([])
  const titles = useTitles(data?.papers, arrived)
  const fresh = arrived.map(({ paper }) => paper).filter((paper) => !taken.includes(paper))
  useEffect(() => {
    if (fresh.length === 0) return
    setTaken([...taken, ...fresh])
    onChange([...new Set([...value, ...fresh])])
  }, [fresh, taken, value, onChange])
  return (
    <>
      <Select
        mode="multiple"
        maxCount={20}
        loading={isFetching}
        placeholder={says.placeholder}
        notFoundContent={says.empty}
        showSearch={{
          filterOption: false,
          onSearch: (words) => setText(words.trim() === '' ? undefined : words.trim()),
        }}
        value={[...value]}
        onChange={(papers: string[]) => onChange(papers)}
        options={[...optionsOf(data?.papers ?? [], value, titles)]}
      />
      {provides && (
        <div className="archive-below">
          <p className="muted">{says.upload}</p>
          <UploadField isOne onFiles={(files) => sending.add({ county, unit }, files)} />
          <ReceiptTable county={county} sending={sending} />
        </div>
      )}
    </>
  )
}

interface NamedPaper {
  readonly paper: string
  readonly title: string
}

const arrivedIn = (uploads: readonly Upload[]): readonly NamedPaper[] =>
  uploads.flatMap(({ files }) =>
    files.flatMap(({ paper, title, name }) => (paper === undefined ? [] : [{ paper, title: title || name }])),
  )

/** Titles of everything seen so far: what was chosen keeps its name when something else is searched for. */
function useTitles(
  found: readonly PaperRow[] | undefined,
  arrived: readonly NamedPaper[],
): ReadonlyMap<string, string> {
  const [seen, setSeen] = useState<ReadonlyMap<string, string>>(new Map())
  useEffect(() => {
    if (found === undefined) return
    setSeen((before) => new Map([...before, ...found.map(({ paper, title }) => [paper, title] as const)]))
  }, [found])
  return new Map([...seen, ...arrived.map(({ paper, title }) => [paper, title] as const)])
}

interface Option {
  readonly value: string
  readonly label: string
}

function optionsOf(
  found: readonly PaperRow[],
  chosen: readonly string[],
  titles: ReadonlyMap<string, string>,
): readonly Option[] {
  const listed = found.map(({ paper, title, unit_name: unit, document_no: no }) => ({
    value: paper,
    label: says.option(title, unit, no),
  }))
  const here = new Set(listed.map(({ value }) => value))
  const others = chosen.filter((paper) => !here.has(paper))
  return [...listed, ...others.map((paper) => ({ value: paper, label: titles.get(paper) ?? paper }))]
}
