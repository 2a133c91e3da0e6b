import { useEffect } from 'react'

const steps: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, j: 1, J: 1, ArrowUp: -1, k: -1, K: -1 }

/** Arrows, J and K go from finding to finding, unless somebody types or something lies over the page. */
export function useWalkKeys(step: (by: 1 | -1) => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const by = steps[event.key]
      const { target } = event
      if (by === undefined || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      if (target instanceof Element && target.closest('input, textarea, [role=listbox], [role=dialog], .ant-select'))
        return
      event.preventDefault()
      step(by)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [step])
}
