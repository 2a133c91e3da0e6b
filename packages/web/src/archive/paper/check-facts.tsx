import type { PaperVersion } from '@eduduty/core/archive'
import { chinaMinute } from '@eduduty/core/calendar'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useCopyText } from '../../platform/form/use-copy-text.ts'
import { checkMessages as says } from './check-messages.ts'

/** By what a version is told from a changed one: its two hashes, and when the file was last held against them. */
export function CheckFacts({ version }: { version: PaperVersion }): ReactNode {
  const { sha256, sm3, checked_at: checked, is_damaged: isDamaged } = version
  return (
    <section className="panel-section">
      <h3>{says.title(version.version)}</h3>
      <dl className="facts">
        <Hash name="SHA-256" value={sha256} />
        <Hash name="SM3" value={sm3} />
        <div>
          <dt>{says.checked}</dt>
          <dd>
            {checked === undefined ? says.never : chinaMinute(checked)}
            <span className={isDamaged ? 'wrong apart' : 'apart'}>
              {isDamaged ? says.damaged : checked === undefined ? '' : says.sound}
            </span>
          </dd>
        </div>
      </dl>
    </section>
  )
}

function Hash({ name, value }: { name: string; value: string }): ReactNode {
  const copy = useCopyText()
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <span className="archive-hash">{value}</span>
        <Button
          size="small"
          type="link"
          aria-label={says.copyOf(name)}
          onClick={() => copy(value, { copied: says.copied(name), notCopied: says.notCopied })}
        >
          {says.copy}
        </Button>
      </dd>
    </div>
  )
}
