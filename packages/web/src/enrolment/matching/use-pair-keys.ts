import { useEffect } from 'react'

/** Keys that answer while nobody types in a field or stands on a button. */
export function usePairKeys(deeds: Readonly<Record<string, () => void>>, isBusy: boolean): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const { target, key, ctrlKey, altKey, metaKey } = event
      const isTaken = target instanceof HTMLElement && target.closest('input, textarea, button, [role="tab"]') !== null
      const deed = deeds[key.toLowerCase()]
      if (isBusy || isTaken || ctrlKey || altKey || metaKey || deed === undefined) return
      event.preventDefault()
      deed()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [deeds, isBusy])
}
