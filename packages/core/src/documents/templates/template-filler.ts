import type { Assessment, Figure, State, Subject } from '../../evaluation/index.ts'
import { documentWords } from '../document-words.ts'
import type { FigureSource } from '../figure-source.ts'
import { fillTemplate } from '../fill-template.ts'
import { describeIssue, type Issue } from '../issue-words.ts'
import { AT_COUNTY, type SubjectRef, type Word, type Words } from '../word.ts'
import { loopNamed } from './loop-names.ts'
import { type LoopHead, readTag } from './read-tag.ts'

/** What is to be put where a tag stands: its text, whether its part stays, or how often its part is repeated. */
export type TagContent = string | boolean | { readonly times: number }

/** Names that a list of failing subjects holds. */
const NAMES = 10
/** So many repetitions one document holds at most. */
const MOST = 20_000

/** The loops of a template would write more than a document can hold. */
export class TemplateTooLong extends Error {}

interface Frame {
  readonly place: SubjectRef
  readonly words: Words
  readonly subject?: Subject
  readonly issue?: Issue
  /** Frames of its loops, by the tag that opens them. */
  readonly loops: Map<string, readonly Frame[]>
}

const plain = (text: string): Word => ({ text, figures: [] })

const STATE_WORDS: Readonly<Record<State, string>> = {
  met: '达标',
  unmet: '未达标',
  undecided: '待定',
  not_applicable: '不适用',
  error: '错误',
}

/** Says what stands for each tag of a checked template in one evaluation. */
export class TemplateFiller {
  private readonly source: FigureSource
  private readonly root: Frame
  private readonly assessment: Assessment
  private made = 0

  constructor(source: FigureSource) {
    this.source = source
    this.assessment = source.assessment()
    this.root = { place: AT_COUNTY, words: documentWords(source), loops: new Map() }
  }

  /**
   * `path`: the opening tags of the loops around it, each followed by which repetition is written, then the tag itself.
   * @throws TemplateTooLong
   */
  contentOf(path: readonly (string | number)[]): TagContent {
    const raw = path.at(-1)
    const frame = this.frameAt(path.slice(0, -1))
    if (typeof raw !== 'string' || frame === undefined) return ''
    const tag = readTag(raw)
    if (tag.kind === 'value') return this.textOf(frame, tag.formula, raw)
    if (tag.kind !== 'open' || tag.head === undefined) return ''
    if (loopNamed(this.source.pack, tag.head).kind === 'condition') return this.holds(frame, tag.text)
    return { times: this.loop(frame, raw, tag.head).length }
  }

  private frameAt(path: readonly (string | number)[]): Frame | undefined {
    let frame: Frame | undefined = this.root
    for (const [at, step] of path.entries()) {
      const which = path[at + 1]
      if (typeof step !== 'string' || typeof which !== 'number') continue
      const tag = readTag(step)
      frame =
        frame === undefined || tag.kind !== 'open' || tag.head === undefined
          ? undefined
          : this.loop(frame, step, tag.head)[which]
    }
    return frame
  }

  private textOf(frame: Frame, formula: string, raw: string): string {
    const word = frame.words.get(formula)
    if (word !== undefined) return word.text
    if (/\.达标$/u.test(formula)) return metWord(this.source, frame.place, formula)
    return fillTemplate(this.source, raw.replaceAll('｜', '|'), frame.place, frame.words).text
  }

  private holds({ place }: Frame, formula: string): boolean {
    return this.source.truthAt(place.grain, place.subject, formula).truth === true
  }

  private loop(frame: Frame, raw: string, head: LoopHead): readonly Frame[] {
    const known = frame.loops.get(raw)
    if (known !== undefined) return known
    const frames = numbered(this.framesOf(frame, head), head.limit)
    this.made += frames.length
    if (this.made > MOST) throw new TemplateTooLong(`more than ${MOST} repetitions`)
    frame.loops.set(raw, frames)
    return frames
  }

  private framesOf(frame: Frame, head: LoopHead): readonly Frame[] {
    const loop = loopNamed(this.source.pack, head)
    switch (loop.kind) {
      case 'condition':
        return []
      case 'subjects':
        return this.subjectFrames(frame, loop.grain.id, head)
      case 'items':
        return this.itemFrames(frame, loop.states)
      case 'failing':
        return frame.issue === undefined ? [] : this.failingFrames(frame, frame.issue)
    }
  }

  /** Within another loop only those that agree with its subject, as the stages of a school do. */
  private subjectFrames(frame: Frame, grain: string, { where, order }: LoopHead): readonly Frame[] {
    const { subjects } = this.source.listSubjects(grain, {
      ...(where !== undefined && { where }),
      ...(order !== undefined && { orderBy: order.formula, descending: order.descending }),
    })
    return subjects
      .filter((subject) => frame.subject === undefined || agrees(subject, frame.subject))
      .map((subject) => ({
        place: { grain, subject: subject.id },
        words: new Map([...frame.words, ...this.ownWords(subject)]),
        subject,
        loops: new Map(),
      }))
  }

  /** The name of a subject, and its own points and grade where it is rated. */
  private ownWords({ grain, id, name }: Subject): readonly (readonly [string, Word])[] {
    const isRated = this.assessment.ratings?.some((rating) => rating.grain === grain) === true
    const words = isRated ? documentWords(this.source, { grain, subject: id, name }) : undefined
    const own = ['评分说明', '得分', '等次'].map((word) => [word, words?.get(word) ?? plain('')] as const)
    return [['对象名称', plain(name)], ...own]
  }

  private itemFrames(frame: Frame, states: readonly string[] | undefined): readonly Frame[] {
    return this.assessment.sections
      .flatMap(({ items }) => items)
      .filter(({ state }) => states === undefined || states.includes(state))
      .flatMap((item) => {
        const found = { item, subjects: this.judgedBy(item.indicator) }
        return describeIssue(this.source, AT_COUNTY, found, NAMES) ?? []
      })
      .map((issue) => ({
        ...frame,
        words: new Map([...frame.words, ...issue.words, ['结果', plain(STATE_WORDS[issue.item.state])]]),
        issue,
        loops: new Map(),
      }))
  }

  /** The included subjects at which an indicator is judged. */
  private judgedBy(indicator: string): ReadonlyMap<string, Subject> {
    const { nodes, subjects } = this.assessment
    const grain = nodes.find(({ id }) => id === indicator)?.grain
    return new Map(subjects.filter((one) => one.grain === grain && one.included).map((one) => [one.id, one]))
  }

  private failingFrames(frame: Frame, { node }: Issue): readonly Frame[] {
    const judged = this.judgedBy(node.id)
    return this.assessment.figures
      .filter((figure) => figure.node === node.id && figure.state === 'unmet' && judged.has(figure.subject))
      .map((figure) => ({
        ...frame,
        words: new Map([...frame.words, ...failingWords(figure, judged.get(figure.subject)?.name ?? '', node)]),
        loops: new Map(),
      }))
  }
}

function numbered(frames: readonly Frame[], limit: number | undefined): readonly Frame[] {
  const total = plain(String(frames.length))
  return frames.slice(0, limit).map((frame, index) => ({
    ...frame,
    words: new Map([...frame.words, ['序号', plain(String(index + 1))], ['总数', total]]),
  }))
}

const agrees = (inner: Subject, outer: Subject): boolean =>
  Object.entries(outer.dimensions).every(
    ([dimension, value]) => inner.dimensions[dimension] === undefined || inner.dimensions[dimension] === value,
  )

function failingWords(figure: Figure, name: string, node: Issue['node']): readonly (readonly [string, Word])[] {
  const unit = node.percent === true ? '%' : (node.unit ?? '')
  const isNumber = figure.value !== undefined && figure.value !== 'true' && figure.value !== 'false'
  const value = !isNumber ? '' : figure.shown.endsWith(unit) ? figure.shown : `${figure.shown}${unit}`
  return [
    ['对象名称', plain(name)],
    ['对象值', plain(value)],
    ['对象标准', plain(figure.standard?.text ?? '')],
    ['对象差距', plain(figure.gap?.text ?? '')],
  ]
}

function metWord(source: FigureSource, { grain, subject }: SubjectRef, formula: string): string {
  const { value } = source.evaluateAt(grain, subject, formula)
  if (typeof value.content === 'boolean') return STATE_WORDS[value.content ? 'met' : 'unmet']
  if (value.status === 'missing') return STATE_WORDS.undecided
  return STATE_WORDS[value.status === 'error' ? 'error' : 'not_applicable']
}
