import { EditorState } from '@codemirror/state'
import { Decoration, EditorView, keymap, MatchDecorator, ViewPlugin, WidgetType } from '@codemirror/view'
import type { DraftPiece } from '@eduduty/core/reports'
import { type FigureSigns, figureSigns } from './figure-signs.ts'
import { draftMessages as says } from './messages.ts'

interface EditorKeys {
  /** Ctrl+Enter. */
  readonly finishIn: (editor: EditorView) => boolean
  /** Esc. */
  readonly giveUp: () => boolean
}

/** Opens a paragraph for typing, the cursor at its end. */
export function openEditor(
  parent: HTMLElement,
  signs: FigureSigns,
  pieces: readonly DraftPiece[],
  { finishIn, giveUp }: EditorKeys,
): EditorView {
  const doc = signs.write(pieces)
  const editor = new EditorView({
    parent,
    state: EditorState.create({
      doc,
      selection: { anchor: doc.length },
      extensions: [
        EditorView.lineWrapping,
        // A paragraph is one line: a pasted text with several becomes one.
        EditorState.transactionFilter.of((change) => (change.newDoc.lines > 1 ? [] : change)),
        EditorView.clipboardInputFilter.of((text) => text.replace(/\s*\r?\n\s*/g, '')),
        keymap.of([
          { key: 'Mod-Enter', run: finishIn },
          { key: 'Escape', run: giveUp },
        ]),
        figuresOf(signs),
        EditorView.contentAttributes.of({ 'aria-label': says.edit, spellcheck: 'false' }),
      ],
    }),
  })
  editor.focus()
  return editor
}

class FigureWidget extends WidgetType {
  readonly text: string

  constructor(text: string) {
    super()
    this.text = text
  }

  override eq(other: FigureWidget): boolean {
    return other.text === this.text
  }

  toDOM(): HTMLElement {
    const chip = document.createElement('span')
    chip.className = 'report-figure'
    chip.textContent = this.text
    return chip
  }
}

function figuresOf(signs: FigureSigns) {
  const matcher = new MatchDecorator({
    regexp: figureSigns,
    decoration: ([sign]) => Decoration.replace({ widget: new FigureWidget(signs.find(sign)?.text ?? '') }),
  })
  return ViewPlugin.define(
    (view) => ({
      figures: matcher.createDeco(view),
      update(change) {
        this.figures = matcher.updateDeco(change, this.figures)
      },
    }),
    {
      decorations: (plugin) => plugin.figures,
      provide: (plugin) => EditorView.atomicRanges.of((view) => view.plugin(plugin)?.figures ?? Decoration.none),
    },
  )
}
