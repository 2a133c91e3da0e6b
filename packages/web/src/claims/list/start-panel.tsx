import type { CheckEntry } from '@eduduty/core/claims'
import { Button, Input, Segmented } from 'antd'
import { type ReactNode, useState } from 'react'
import { SidePanel } from '../../platform/shell/side-panel.tsx'
import { claimMessages } from '../messages.ts'
import { DropField } from './drop-field.tsx'
import { OlderField } from './older-field.tsx'
import { RunField } from './run-field.tsx'
import { titleOfText } from './title-of-text.ts'
import { type StartInput, useStartCheck } from './use-start-check.ts'

const says = claimMessages.starting

interface StartPanelProps {
  readonly checks: readonly CheckEntry[]
  readonly close: () => void
}

/** Gives a report to be checked: a file or pasted words, and what it is to be held against. */
export function StartPanel({ checks, close }: StartPanelProps): ReactNode {
  const [way, setWay] = useState<'file' | 'text'>('file')
  const [file, setFile] = useState<File>()
  const [words, setWords] = useState('')
  const [name, setName] = useState('')
  const [run, setRun] = useState<string>()
  const [subject, setSubject] = useState('')
  const [older, setOlder] = useState<StartInput['older']>()
  const { start, stop, stage } = useStartCheck()
  const given = way === 'file' ? file : words.trim() === '' ? undefined : fileOf(words, name)
  const go = (): void => {
    if (given !== undefined)
      start({ file: given, isPasted: way === 'text', run, subject: subject.trim() || undefined, older })
  }
  return (
    <SidePanel title={says.title} close={close} width={560} isTyped>
      <div className="claim-fields" inert={stage !== undefined}>
        <Segmented
          aria-label={says.how}
          value={way}
          onChange={setWay}
          options={[
            { value: 'file', label: says.file },
            { value: 'text', label: says.text },
          ]}
        />
        {way === 'file' ? (
          <DropField file={file} choose={setFile} />
        ) : (
          <WordsField name={name} setName={setName} words={words} setWords={setWords} />
        )}
        <RunField run={run} pick={setRun} />
        {run !== undefined && <SubjectField subject={subject} tell={setSubject} />}
        <OlderField checks={checks} older={older} pick={setOlder} />
        <p className="muted">{says.privacy}</p>
      </div>
      {stage === undefined ? (
        <Button
          type="primary"
          disabled={given === undefined}
          {...(given === undefined && { title: says.needed })}
          onClick={go}
        >
          {says.go}
        </Button>
      ) : (
        <p role="status" className="claim-busy">
          <span>{stage === 'older' ? says.busyOlder : says.busy}</span>
          <span className="muted">{says.busyHint}</span>
          <Button size="small" onClick={stop}>
            {says.cancel}
          </Button>
        </p>
      )}
    </SidePanel>
  )
}

/** Pasted words go the way of a text file. */
function fileOf(words: string, name: string): File {
  return new File([words], name.trim().slice(0, 60) || titleOfText(words))
}

interface SubjectFieldProps {
  readonly subject: string
  readonly tell: (subject: string) => void
}

/** Whose report it is, where neither title nor signature says so. */
function SubjectField({ subject, tell }: SubjectFieldProps): ReactNode {
  return (
    <div className="claim-field">
      <label htmlFor="claim-subject">{says.subject}</label>
      <Input
        id="claim-subject"
        allowClear
        value={subject}
        maxLength={100}
        placeholder={says.subjectHint}
        onChange={({ target }) => tell(target.value)}
      />
    </div>
  )
}

interface WordsFieldProps {
  readonly name: string
  readonly setName: (name: string) => void
  readonly words: string
  readonly setWords: (words: string) => void
}

function WordsField({ name, setName, words, setWords }: WordsFieldProps): ReactNode {
  return (
    <>
      <div className="claim-field">
        <label htmlFor="claim-name">{says.name}</label>
        <Input id="claim-name" value={name} maxLength={60} onChange={({ target }) => setName(target.value)} />
      </div>
      <div className="claim-field">
        <label htmlFor="claim-words">{says.words}</label>
        <Input.TextArea id="claim-words" rows={10} value={words} onChange={({ target }) => setWords(target.value)} />
      </div>
    </>
  )
}
