import type { Casework } from '@eduduty/core/packs'
import type { StoredEvent } from '../store/event-row.ts'

/** Whether an event is a visit, as the definition counts them: others take no pictures. */
export const takesPictures = ({ steps }: Casework, event: StoredEvent): boolean =>
  steps.some(({ id, counts }) => id === event.step && counts !== undefined)
