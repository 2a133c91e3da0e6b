import type { PackEntry } from '@eduduty/core/packs'
import { Button } from 'antd'
import { type ReactNode, useMemo, useState } from 'react'
import { TextFilter } from '../../platform/table/text-filter.tsx'
import { addEntry } from './change-entries.ts'
import { useDraftDesk } from './draft-context.ts'
import type { DraftSearch } from './draft-search.ts'
import { entryKey, within } from './located.ts'
import { draftMessages } from './messages.ts'
import { newEntry } from './new-entry.ts'
import { sectionWords } from './section-messages.ts'

const says = draftMessages.tree

/** In the order in which an official reads a framework; 算例 has a tab of its own. */
const order = [
  'pack',
  'changes',
  'parameters',
  'indicators',
  'ratings',
  'effects',
  'sections',
  'verdict',
  'checks',
  'elements',
  'groups',
  'grains',
  'registers',
  'codes',
  'dimensions',
  'statistics',
  'outliers',
  'derive',
  'forms',
  'reports',
]

/** Every entry of the draft by its part; those with a mistake are marked. */
export function EntryTree(props: {
  selected: string | undefined
  q: string | undefined
  change: (part: DraftSearch) => void
}): ReactNode {
  const { draft } = useDraftDesk()
  const { entries } = draft.list
  const isOverlay = entries.some(({ section, content }) => section === 'pack' && content.overlays !== undefined)
  const bySection = useMemo(() => bySections(entries), [entries])
  const { q = '' } = props
  const isWanted = ({ id, title }: PackEntry): boolean => `${id} ${title}`.includes(q)
  const shown = order.filter(
    (section) =>
      bySection.has(section) || (newEntry(section, '', '') !== undefined && (section !== 'changes' || isOverlay)),
  )
  return (
    <nav className="draft-tree" aria-label={says.label}>
      <TextFilter label={says.find} text={props.q} onText={(text) => props.change({ q: text })} wide />
      {shown.map((section) => (
        <Branch
          key={section}
          section={section}
          all={bySection.get(section) ?? []}
          entries={(bySection.get(section) ?? []).filter(isWanted)}
          isOpen={q !== '' || props.selected?.includes(`#${section}`) === true}
          selected={props.selected}
          open={(entry) => props.change({ entry })}
        />
      ))}
    </nav>
  )
}

function bySections(entries: readonly PackEntry[]): ReadonlyMap<string, readonly PackEntry[]> {
  const found = new Map<string, PackEntry[]>()
  for (const entry of entries) found.set(entry.section, [...(found.get(entry.section) ?? []), entry])
  return found
}

function Branch(props: {
  readonly section: string
  readonly all: readonly PackEntry[]
  readonly entries: readonly PackEntry[]
  readonly isOpen: boolean
  readonly selected: string | undefined
  readonly open: (entry: string) => void
}): ReactNode {
  const { section, all, entries } = props
  const { draft, problems } = useDraftDesk()
  const [toggled, setToggled] = useState<boolean>()
  const isOpen = toggled ?? (props.isOpen || section === 'pack')
  const word = sectionWords[section] ?? section
  const canAdd = draft.isOpen && newEntry(section, '', '') !== undefined
  const add = () => {
    const added = addEntry(draft.list.entries, section)
    if (added === undefined) return
    draft.edit(added.edit)
    setToggled(true)
    props.open(added.key)
  }
  return (
    <section>
      <div className="tree-head">
        <button type="button" className="tree-branch" aria-expanded={isOpen} onClick={() => setToggled(!isOpen)}>
          {isOpen ? '▾' : '▸'} {word} <span className="muted number">{all.length}</span>
        </button>
        {canAdd && (
          <Button size="small" type="text" aria-label={says.add(word)} title={says.add(word)} onClick={add}>
            ＋
          </Button>
        )}
      </div>
      {isOpen && (
        <ul>
          {entries.map((entry) => {
            const key = entryKey(entry)
            const wrong = within(problems, entry).some(({ problem }) => problem.warning !== true)
            return (
              <li key={key}>
                <button
                  type="button"
                  className={`tree-entry${wrong ? ' wrong' : ''}`}
                  aria-current={props.selected === key}
                  title={entry.id}
                  onClick={() => props.open(key)}
                >
                  {wrong && '● '}
                  {entry.section === 'pack' ? entry.title : nameOf(entry)}
                </button>
              </li>
            )
          })}
          {entries.length === 0 && <li className="muted tree-none">{says.empty}</li>}
        </ul>
      )}
    </section>
  )
}

/** A change is called by the part and the entry that it is made in. */
function nameOf({ section, content, id, title }: PackEntry): string {
  if (section !== 'changes') return title
  const part = String(content.in ?? '')
  return `${sectionWords[part] ?? part} ${id}`
}
