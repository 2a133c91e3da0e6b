import type { Verb } from '@eduduty/core/identity'
import type { NavIconName } from './nav-icon.tsx'

/** One page of the menu. */
export interface MenuEntry {
  readonly to:
    | '/evaluation'
    | '/evaluation/own'
    | '/evaluation/indicators'
    | '/evaluation/effects'
    | '/evaluation/brief'
    | '/evaluation/cockpit'
    | '/evaluation/compare'
    | '/evaluation/counties'
    | '/evaluation/gathering'
    | '/evaluation/schools'
    | '/evaluation/dispersions'
    | '/evaluation/ratings'
    | '/evaluation/what-if'
    | '/evaluation/prices'
    | '/evaluation/documents'
    | '/reports'
    | '/reports/templates'
    | '/claims'
    | '/appraisal'
    | '/appraisal/yearly'
    | '/duties'
    | '/duties/draw-up'
    | '/duties/pledges'
    | '/duties/mechanisms'
    | '/clocks/calendar'
    | '/enrolment/ledgers'
    | '/enrolment/cases'
    | '/enrolment/care'
    | '/enrolment/cohorts'
    | '/enrolment/counts'
    | '/enrolment/periodic'
    | '/enrolment/visits'
    | '/enrolment/limits'
    | '/enrolment/retention'
    | '/enrolment/matching'
    | '/archive'
    | '/archive/papers'
    | '/archive/hand-in'
    | '/archive/quotas'
    | '/collection'
    | '/collection/tasks'
    | '/collection/periods'
    | '/packs'
    | '/organizations'
    | '/organizations/areas'
    | '/identity/people'
    | '/identity/tenures'
    | '/identity/grants'
    | '/identity/access'
    | '/identity/administrators'
    | '/identity/sessions'
    | '/identity/settings'
    | '/audit'
    | '/desk'
    | '/desk/notices'
    | '/desk/calendar'
    | '/desk/delegations'
    | '/desk/status'
  readonly icon: NavIconName
  readonly label: string
  /** Letters that find it besides its name: pinyin initials. */
  readonly initials: string
  /** Shown to whoever holds one of these. */
  readonly verbs: readonly Verb[]
  /** Without this as well it would show nothing. */
  readonly needs?: Verb
}

export interface MenuGroup {
  readonly id: string
  readonly title: string
  readonly entries: readonly MenuEntry[]
}
