/** Brings a block of the report into sight. */
export function goTo(id: string): void {
  document.getElementById(`block-${id}`)?.scrollIntoView({ block: 'center' })
}
