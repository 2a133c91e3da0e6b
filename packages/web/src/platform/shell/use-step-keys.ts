import { useEffect } from 'react'

const letters: Readonly<Record<string, 1 | -1>> = { j: 1, J: 1, k: -1, K: -1 }
const withArrows: Readonly<Record<string, 1 | -1>> = { ...letters, ArrowDown: 1, ArrowUp: -1 }

interface StepKeys {
  /** Arrows go as well. */
  readonly arrows?: boolean
  /** What lies over that which is walked through: keys pressed there are its own. */
  readonly over: '.ant-modal' | '[role=dialog]'
}

/** J and K go from one to the next and back, unless somebody types. */
export function useStepKeys(step: (by: 1 | -1) => void, { arrows = false, over }: StepKeys): void {
  useEffect(() => {
    const steps = arrows ? withArrows : letters
    const press = (event: KeyboardEvent): void => {
      const by = steps[event.key]
      const { target } = event
      if (by === undefined || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      if (target instanceof Element && target.closest(`input, textarea, [role=listbox], .ant-select, ${over}`)) return
      event.preventDefault()
      step(by)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [step, arrows, over])
}
