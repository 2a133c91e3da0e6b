import { textLength } from '@eduduty/core/documents'

/** A line takes so much of its size. */
const LINE = 1.4

/** How many lines a text takes at a size in points in a box of a width in inches. */
export function linesAt(text: string, size: number, width: number): number {
  const perLine = Math.max(1, Math.floor((width * 72) / size) - 1)
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(textLength(line) / perLine)), 0)
}

/** Height in inches of texts one below the other, with `gap` points after each. */
export function heightAt(texts: readonly string[], size: number, width: number, gap: number): number {
  return texts.reduce((sum, text) => sum + (linesAt(text, size, width) * size * LINE + gap) / 72, 0)
}

/** The largest of the sizes at which the texts fit into the box; the smallest where none does. */
export function fitSize(
  texts: readonly string[],
  box: { readonly w: number; readonly h: number },
  sizes: readonly number[],
  gap: number,
): number {
  return sizes.find((size) => heightAt(texts, size, box.w, gap) <= box.h) ?? sizes.at(-1) ?? 18
}
