/** Scrolls to an element in the middle of what is seen, unless it is well in sight already. */
export function bringIntoSight(id: string): void {
  const element = document.getElementById(id)
  if (element === null) return
  const { top, bottom } = element.getBoundingClientRect()
  const box = element.closest('.claim-side')?.getBoundingClientRect() ?? { top: 56, bottom: window.innerHeight }
  if (top < box.top + 60 || bottom > box.bottom - 40) element.scrollIntoView({ block: 'center' })
}
