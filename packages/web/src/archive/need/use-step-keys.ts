import { useEffect } from 'react'

const steps: Readonly<Record<string, 1 | -1>> = { j: 1, J: 1, k: -1, K: -1 }

/** J and K go from paper to paper, unless somebody types. */
export function useStepKeys(step: (by: 1 | -1) => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const by = steps[event.key]
      const { target } = event
      if (by === undefined || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      if (target instanceof Element && target.closest('input, textarea, [role=listbox], .ant-modal, .ant-select'))
        return
      event.preventDefault()
      step(by)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [step])
}
