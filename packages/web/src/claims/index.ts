/** Claims: the numbers of a report are checked, and what was found is worked off. */
export { CheckDraftButton } from './check-draft-button.tsx'
