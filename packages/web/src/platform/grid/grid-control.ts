import { cellName } from './cell-says.ts'
import type { CellStore } from './cell-store.ts'
import { type CellView, type CellViews, createCellViews } from './cell-views.ts'
import { CellWriter } from './cell-writer.ts'
import { copiedText } from './copied-text.ts'
import type { Command, GridMode } from './grid-keys.ts'
import type { CellEdit, GridCell } from './grid-model.ts'
import { gridMessages } from './messages.ts'
import { saysOfPaste, whyNotIntoField } from './paste-says.ts'
import { planPaste } from './plan-paste.ts'
import { boundsOf, clamp, isInside, type Motion, moved, positionsIn, type Selection, selectOne } from './selection.ts'
import type { GridShape, Place, Position } from './shape.ts'
import { shownText } from './tidy-cell.ts'
import { parseTsv } from './tsv.ts'
import { Typing } from './typing.ts'
import type { TypedCell } from './write-cells.ts'

/** What the line below the grid says. */
export interface BarView {
  readonly place: Place | undefined
  readonly cell: GridCell | undefined
  readonly repairs: readonly string[]
  readonly lines: number
  readonly fields: number
  /** About the last paste, undo or refusal. */
  readonly said: string
}

export interface GridListeners {
  readonly onChange: (edits: readonly CellEdit[]) => void
  readonly onSelect: (place: Place) => void
  readonly onOpen: (place: Place) => void
}

const says = gridMessages.said

/** Selection, typing, history and clipboard of one grid, outside of React. Cells hear only of themselves. */
export class GridControl {
  readonly views: CellViews
  /** Lines that a page key moves. */
  page = 10
  /** The next input that appears takes the focus: the person has moved there. */
  wantsFocus = false
  listeners: GridListeners = { onChange: () => {}, onSelect: () => {}, onOpen: () => {} }
  readonly #cells: CellStore
  readonly #writer: CellWriter
  #shape: GridShape
  #selection: Selection = selectOne({ y: 0, x: 0 })
  readonly #typing = new Typing()
  #said = ''
  readonly #barListeners = new Set<() => void>()
  #bar: BarView | undefined

  constructor(cells: CellStore, shape: GridShape) {
    this.#cells = cells
    this.#writer = new CellWriter(cells)
    this.#writer.onChange = (edits) => this.listeners.onChange(edits)
    this.#shape = shape
    this.views = createCellViews((key) => this.#look(key))
  }

  /** Follows the cells; call the result to stop. */
  connect(): () => void {
    return this.#cells.subscribe((keys) => {
      this.views.touch(keys)
      if (keys.includes(this.active?.key ?? '')) this.#tellBar()
    })
  }

  /** Rows or columns have changed: the active cell stays the same one if it is still there; else its typing is lost, and told. */
  reshape(shape: GridShape): void {
    if (shape === this.#shape) return
    const before = this.#selectedKeys()
    const kept = this.active === undefined ? undefined : shape.find(this.active.key)
    const lost = this.#typing.follow(shape)
    this.#shape = shape
    this.#selection = selectOne(kept ?? clamp(this.#selection.focus, shape))
    if (lost !== undefined) this.wantsFocus = true
    if (lost !== undefined && lost.text !== this.#shownAt(lost.place))
      this.#said = says.lostTyping(cellName(lost.place.row, lost.place.column), lost.text)
    this.views.touch([...before, ...this.#selectedKeys()])
    this.#tellBar()
  }

  get active(): Place | undefined {
    return this.#shape.at(this.#selection.focus)
  }

  get mode(): GridMode {
    return this.#typing.mode
  }

  readonly activeLine = (): number => this.#selection.focus.y

  readonly subscribeBar = (listener: () => void): (() => void) => {
    this.#barListeners.add(listener)
    return () => this.#barListeners.delete(listener)
  }

  readonly bar = (): BarView => {
    this.#bar ??= this.#lookAtBar()
    return this.#bar
  }

  isWritable(place: Place): boolean {
    return this.#writer.isWritable(place)
  }

  /** Makes a cell active, or stretches the range to it. What is being typed is finished first. */
  select(position: Position, extend = false): void {
    this.finish()
    const focus = clamp(position, this.#shape)
    this.#choose(extend ? { anchor: this.#selection.anchor, focus } : selectOne(focus))
  }

  /** Goes to a cell by its key, e.g. from a list of findings. */
  goTo(key: string): void {
    const position = this.#shape.find(key)
    if (position !== undefined) this.select(position)
  }

  /** Typing has begun, or is begun in the present text. */
  begin(mode: 'typing' | 'editing'): void {
    const place = this.active
    if (place === undefined) return
    if (!this.isWritable(place)) {
      this.say(this.#refusal(place))
      return
    }
    this.#typing.begin(mode, place, this.#shownAt(place))
    this.views.touch([place.key])
  }

  /** What stands in the field while it is typed. */
  draft(text: string): void {
    if (this.mode === 'ready') this.begin('typing')
    this.#typing.change(text)
  }

  /** Takes what was typed into the cell in which it was begun. */
  finish(): void {
    const typed = this.#endTyping()
    if (typed !== undefined && typed.text !== this.#shownAt(typed.place)) this.write([typed])
  }

  /** Does what a key asks; false leaves the key to the browser. */
  run(command: Command): boolean {
    switch (command.do) {
      case 'move':
        return this.#move(command.motion, command.extend)
      case 'edit':
        this.begin('editing')
        return true
      case 'cancel':
        return this.#cancel()
      case 'clear':
        this.#clear()
        return true
      case 'selectAll':
        this.#choose({ anchor: { y: this.#shape.height - 1, x: this.#shape.width - 1 }, focus: { y: 0, x: 0 } })
        return true
      case 'undo':
      case 'redo':
        this.#goThroughHistory(command.do)
        return true
      case 'toggle':
        this.toggle()
        return true
      case 'open':
        this.finish()
        if (this.active !== undefined) this.listeners.onOpen(this.active)
        return true
      case 'list':
        return false
    }
  }

  toggle(): void {
    const place = this.active
    if (place === undefined || place.column.kind !== 'boolean') return
    if (!this.isWritable(place)) this.say(this.#refusal(place))
    else this.write([{ place, text: this.#cells.getByKey(place.key).text === '是' ? '否' : '是' }])
  }

  /** The selected cells as a spreadsheet takes them. */
  copy(): string {
    const { text, count } = copiedText(boundsOf(this.#selection), this.#shape, this.#cells.getByKey)
    this.say(says.copied(count))
    return text
  }

  cut(): string {
    const text = this.copy()
    this.#clear()
    return text
  }

  /** One step of history, however many cells; what has no place or may not be changed is said. */
  paste(text: string): void {
    const block = parseTsv(text)
    if (block.length === 0) return
    const plan = planPaste(block, this.#selection, this.#shape, (place) => this.isWritable(place))
    const { covered } = plan
    this.#choose({ anchor: { y: covered.bottom, x: covered.right }, focus: { y: covered.top, x: covered.left } })
    this.write(plan.typed, saysOfPaste(plan))
  }

  /** True when text may be pasted into the field being typed; a block may not, it would lose its tabs and breaks. */
  mayPasteIntoField(text: string): boolean {
    const refusal = whyNotIntoField(text)
    if (refusal !== undefined) this.say(refusal)
    return refusal === undefined
  }

  /** Writes typed texts as one step and hands the edits to the owner. */
  write(typed: readonly TypedCell[], told: readonly string[] = []): void {
    const { repaired, wrong } = this.#writer.write(typed)
    const isMany = typed.length > 1
    const more = [isMany && repaired > 0 ? says.repaired(repaired) : '', isMany && wrong > 0 ? says.wrong(wrong) : '']
    this.say([...told, ...more].join(''))
  }

  /** Cells were written by another way, such as taken from a list: undoing goes back over it too. */
  remember(edits: readonly CellEdit[]): void {
    this.#writer.remember(edits)
  }

  say(text: string): void {
    this.#said = text
    this.#tellBar()
  }

  #goThroughHistory(direction: 'undo' | 'redo'): void {
    const step = this.#writer.step(direction, this.#shape)
    if (step === undefined) {
      this.say(direction === 'undo' ? says.nothingToUndo : says.nothingToRedo)
      return
    }
    const { changed, left } = step
    const first = changed[0] && this.#shape.find(changed[0].key)
    if (first !== undefined) this.#choose(selectOne(first))
    const done = direction === 'undo' ? says.undone(changed.length) : says.redone(changed.length)
    this.say(left > 0 ? done + says.changedSince(left) : done)
  }

  #move(motion: Motion, extend: boolean): boolean {
    this.finish()
    const next = moved(this.#selection, motion, this.#shape, { extend, page: this.page })
    if (next === undefined) return false
    this.#choose(next)
    return true
  }

  #cancel(): boolean {
    if (this.mode !== 'ready') this.#endTyping()
    else if (this.#said !== '') this.say('')
    else return false
    return true
  }

  #clear(): void {
    const places = positionsIn(boundsOf(this.#selection)).flatMap((position) => this.#shape.at(position) ?? [])
    const open = places.filter((place) => this.isWritable(place))
    const only = places.length === 1 ? places[0] : undefined
    if (only !== undefined && open.length === 0) {
      this.say(this.#refusal(only))
      return
    }
    const told = only === undefined ? [says.cleared(open.length)] : []
    if (open.length < places.length) told.push(says.skipped(places.length - open.length))
    this.write(
      open.map((place) => ({ place, text: '' })),
      told,
    )
  }

  #choose(selection: Selection): void {
    const before = this.#selectedKeys()
    const from = this.active?.key
    this.#selection = selection
    this.#said = ''
    const { active } = this
    this.wantsFocus = active?.key !== from
    this.views.touch([...before, ...this.#selectedKeys()])
    this.#tellBar()
    if (active === undefined || active.key === from) return
    this.listeners.onSelect(active)
  }

  #selectedKeys(): readonly string[] {
    return positionsIn(boundsOf(this.#selection)).flatMap((position) => this.#shape.at(position)?.key ?? [])
  }

  #endTyping(): TypedCell | undefined {
    const typed = this.#typing.end()
    if (typed !== undefined) this.views.touch([typed.place.key])
    return typed
  }

  #shownAt(place: Place): string {
    return shownText(place.column, this.#cells.getByKey(place.key).text)
  }

  #refusal(place: Place): string {
    return this.#cells.getByKey(place.key).state === 'locked' ? says.locked : says.readOnly
  }

  #look(key: string): CellView {
    const cell = this.#cells.getByKey(key)
    const wasTyped = this.#writer.repairsOf(key) !== undefined
    const position = this.#shape.find(key)
    if (position === undefined) return { cell, isSelected: false, wasTyped }
    const { anchor, focus } = this.#selection
    const isOne = anchor.y === focus.y && anchor.x === focus.x
    const isSelected = !isOne && isInside(boundsOf(this.#selection), position)
    const isActive = position.y === focus.y && position.x === focus.x
    return isActive ? { cell, isSelected, wasTyped, mode: this.mode } : { cell, isSelected, wasTyped }
  }

  #lookAtBar(): BarView {
    const place = this.active
    const { top, left, bottom, right } = boundsOf(this.#selection)
    return {
      place,
      cell: place && this.#cells.getByKey(place.key),
      repairs: (place && this.#writer.repairsOf(place.key)) ?? [],
      lines: bottom - top + 1,
      fields: right - left + 1,
      said: this.#said,
    }
  }

  #tellBar(): void {
    this.#bar = undefined
    for (const listener of [...this.#barListeners]) listener()
  }
}
