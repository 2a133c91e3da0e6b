import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { appraisalSearch, appraisalsSearch } from './appraisal/appraisal-search.ts'
import { yearlySearch } from './appraisal/yearly/yearly-search.ts'
import { catalogueSearch, handInSearch, papersSearch } from './archive/archive-search.ts'
import { auditSearch } from './audit/audit-search.ts'
import { checkSearch, checksSearch } from './claims/claim-search.ts'
import { calendarSearch } from './clocks/calendar-search.ts'
import { fillSearch } from './collection/fill/fill-search.ts'
import { periodSearch } from './collection/periods/period-search.ts'
import { tasksSearch } from './collection/tasks/tasks-search.ts'
import { deskSearch, dueMonthSearch, noticesSearch } from './desk/inbox-search.ts'
import { drawUpSearch, dutiesSearch } from './duties/duties-search.ts'
import { mechanismSearch } from './duties/mechanisms/mechanism-search.ts'
import { pledgeSearch } from './duties/pledges/pledge-search.ts'
import { careSearch } from './enrolment/care/care-search.ts'
import { casesSearch } from './enrolment/cases/case-search.ts'
import { cohortSearch } from './enrolment/cohorts/cohort-search.ts'
import { countsSearch } from './enrolment/counts/counts-search.ts'
import { ledgersSearch } from './enrolment/ledgers/ledger-search.ts'
import { matchSearch } from './enrolment/matching/match-search.ts'
import { periodicSearch } from './enrolment/periodic/periodic-search.ts'
import { visitsSearch } from './enrolment/phone/visits-search.ts'
import { countiesSearch } from './evaluation/counties/counties-search.ts'
import { gatheringSearch } from './evaluation/gathering/gathering-search.ts'
import { ownSearch } from './evaluation/own/own-search.ts'
import { plainRoute, publicRoute, rootRoute, runRoute, shellRoute } from './frame-routes.tsx'
import { accessSearch, grantSearch } from './identity/grants/grants-search.ts'
import { peopleSearch, tenureSearch } from './identity/people/people-search.ts'
import { sessionsSearch } from './identity/sessions/sessions-search.ts'
import { signInSearch } from './identity/sign-in/sign-in-search.ts'
import { areasSearch, organizationsSearch } from './organizations/organizations-search.ts'
import { draftSearch } from './packs/drafts/draft-search.ts'
import { packsSearch } from './packs/packs-search.ts'
import { HomePage } from './platform/shell/home-page.tsx'
import { Loading } from './platform/shell/loading.tsx'
import { PageError } from './platform/shell/page-error.tsx'
import { parseSearch, stringifySearch } from './platform/shell/search-params.ts'
import { reportSearch, reportsSearch } from './reports/drafts/draft-search.ts'
import { runPages } from './run-pages.ts'

const publicPages = [
  createRoute({
    getParentRoute: () => publicRoute,
    path: '/sign-in',
    validateSearch: signInSearch,
    component: lazyRouteComponent(() => import('./identity/sign-in/sign-in-page.tsx'), 'SignInPage'),
  }),
  createRoute({
    getParentRoute: () => publicRoute,
    path: '/activate',
    component: lazyRouteComponent(() => import('./identity/sign-in/activate-page.tsx'), 'ActivatePage'),
  }),
  createRoute({
    getParentRoute: () => publicRoute,
    path: '/set-up',
    component: lazyRouteComponent(() => import('./identity/sign-in/set-up-page.tsx'), 'SetUpPage'),
  }),
  createRoute({
    getParentRoute: () => publicRoute,
    path: '/browser-check',
    component: lazyRouteComponent(() => import('./desk/browser-check-page.tsx'), 'BrowserCheckPage'),
  }),
] as const

const plainPages = [
  createRoute({ getParentRoute: () => plainRoute, path: '/', component: HomePage }),
  createRoute({
    getParentRoute: () => plainRoute,
    path: '/evaluation/live/$county/$period',
    component: lazyRouteComponent(() => import('./evaluation/live/live-page.tsx'), 'LivePage'),
  }),
  createRoute({
    getParentRoute: () => plainRoute,
    path: '/evaluation/own',
    validateSearch: ownSearch,
    component: lazyRouteComponent(() => import('./evaluation/own/own-page.tsx'), 'OwnPage'),
  }),
  createRoute({
    getParentRoute: () => plainRoute,
    path: '/evaluation/counties',
    validateSearch: countiesSearch,
    component: lazyRouteComponent(() => import('./evaluation/counties/counties-page.tsx'), 'CountiesPage'),
  }),
  createRoute({
    getParentRoute: () => plainRoute,
    path: '/evaluation/gathering',
    validateSearch: gatheringSearch,
    component: lazyRouteComponent(() => import('./evaluation/gathering/gathering-page.tsx'), 'GatheringPage'),
  }),
  createRoute({
    getParentRoute: () => plainRoute,
    path: '/collection/tasks',
    validateSearch: tasksSearch,
    component: lazyRouteComponent(() => import('./collection/tasks/tasks-page.tsx'), 'TasksPage'),
  }),
  createRoute({
    getParentRoute: () => plainRoute,
    path: '/collection/tasks/$county/$task',
    validateSearch: fillSearch,
    component: lazyRouteComponent(() => import('./collection/fill/fill-page.tsx'), 'FillPage'),
  }),
  createRoute({
    getParentRoute: () => plainRoute,
    path: '/collection/periods',
    component: lazyRouteComponent(() => import('./collection/periods/periods-page.tsx'), 'PeriodsPage'),
  }),
  createRoute({
    getParentRoute: () => plainRoute,
    path: '/collection/periods/$county/$period',
    validateSearch: periodSearch,
    component: lazyRouteComponent(() => import('./collection/periods/period-page.tsx'), 'PeriodPage'),
  }),
  createRoute({
    getParentRoute: () => plainRoute,
    path: '/appraisal',
    validateSearch: appraisalsSearch,
    component: lazyRouteComponent(() => import('./appraisal/list/appraisals-page.tsx'), 'AppraisalsPage'),
  }),
  createRoute({
    getParentRoute: () => plainRoute,
    path: '/appraisal/yearly',
    validateSearch: yearlySearch,
    component: lazyRouteComponent(() => import('./appraisal/yearly/yearly-page.tsx'), 'YearlyPage'),
  }),
  createRoute({
    getParentRoute: () => plainRoute,
    path: '/appraisal/$county/$appraisal',
    validateSearch: appraisalSearch,
    component: lazyRouteComponent(() => import('./appraisal/desk/appraisal-page.tsx'), 'AppraisalPage'),
  }),
  createRoute({
    getParentRoute: () => plainRoute,
    path: '/reports',
    validateSearch: reportsSearch,
    component: lazyRouteComponent(() => import('./reports/drafts/reports-page.tsx'), 'ReportsPage'),
  }),
  createRoute({
    getParentRoute: () => plainRoute,
    path: '/reports/$county/$report',
    validateSearch: reportSearch,
    component: lazyRouteComponent(() => import('./reports/drafts/report-page.tsx'), 'ReportPage'),
  }),
  createRoute({
    getParentRoute: () => plainRoute,
    path: '/claims',
    validateSearch: checksSearch,
    component: lazyRouteComponent(() => import('./claims/list/checks-page.tsx'), 'ChecksPage'),
  }),
  createRoute({
    getParentRoute: () => plainRoute,
    path: '/claims/$county/$check',
    validateSearch: checkSearch,
    component: lazyRouteComponent(() => import('./claims/result/check-page.tsx'), 'CheckPage'),
  }),
  createRoute({
    getParentRoute: () => plainRoute,
    path: '/duties',
    validateSearch: dutiesSearch,
    component: lazyRouteComponent(() => import('./duties/list/duties-page.tsx'), 'DutiesPage'),
  }),
  createRoute({
    getParentRoute: () => plainRoute,
    path: '/duties/draw-up',
    validateSearch: drawUpSearch,
    component: lazyRouteComponent(() => import('./duties/draw-up/draw-up-page.tsx'), 'DrawUpPage'),
  }),
  createRoute({
    getParentRoute: () => plainRoute,
    path: '/duties/pledges',
    validateSearch: pledgeSearch,
    component: lazyRouteComponent(() => import('./duties/pledges/pledges-page.tsx'), 'PledgesPage'),
  }),
  createRoute({
    getParentRoute: () => plainRoute,
    path: '/duties/mechanisms',
    validateSearch: mechanismSearch,
    component: lazyRouteComponent(() => import('./duties/mechanisms/mechanisms-page.tsx'), 'MechanismsPage'),
  }),
  createRoute({
    getParentRoute: () => plainRoute,
    path: '/enrolment/ledgers',
    validateSearch: ledgersSearch,
    component: lazyRouteComponent(() => import('./enrolment/ledgers/ledgers-page.tsx'), 'LedgersPage'),
  }),
  createRoute({
    getParentRoute: () => plainRoute,
    path: '/enrolment/cohorts',
    validateSearch: cohortSearch,
    component: lazyRouteComponent(() => import('./enrolment/cohorts/cohorts-page.tsx'), 'CohortsPage'),
  }),
  createRoute({
    getParentRoute: () => plainRoute,
    path: '/enrolment/counts',
    validateSearch: countsSearch,
    component: lazyRouteComponent(() => import('./enrolment/counts/counts-page.tsx'), 'CountsPage'),
  }),
  createRoute({
    getParentRoute: () => plainRoute,
    path: '/enrolment/periodic',
    validateSearch: periodicSearch,
    component: lazyRouteComponent(() => import('./enrolment/periodic/periodic-page.tsx'), 'PeriodicPage'),
  }),
  createRoute({
    getParentRoute: () => plainRoute,
    path: '/enrolment/cases',
    validateSearch: casesSearch,
    component: lazyRouteComponent(() => import('./enrolment/cases/cases-page.tsx'), 'CasesPage'),
  }),
  createRoute({
    getParentRoute: () => plainRoute,
    path: '/enrolment/cases/$county/$case',
    component: lazyRouteComponent(() => import('./enrolment/cases/case-page.tsx'), 'CasePage'),
  }),
  createRoute({
    getParentRoute: () => plainRoute,
    path: '/enrolment/care',
    validateSearch: careSearch,
    component: lazyRouteComponent(() => import('./enrolment/care/care-page.tsx'), 'CarePage'),
  }),
  createRoute({
    getParentRoute: () => plainRoute,
    path: '/enrolment/care/$county/$child',
    component: lazyRouteComponent(() => import('./enrolment/care/child-page.tsx'), 'ChildPage'),
  }),
  createRoute({
    getParentRoute: () => plainRoute,
    path: '/enrolment/matching',
    validateSearch: matchSearch,
    component: lazyRouteComponent(() => import('./enrolment/matching/matching-page.tsx'), 'MatchingPage'),
  }),
  createRoute({
    getParentRoute: () => plainRoute,
    path: '/enrolment/limits',
    component: lazyRouteComponent(() => import('./enrolment/limits/limits-page.tsx'), 'LimitsPage'),
  }),
  createRoute({
    getParentRoute: () => plainRoute,
    path: '/enrolment/retention',
    component: lazyRouteComponent(() => import('./enrolment/retention/retention-page.tsx'), 'RetentionPage'),
  }),
  createRoute({
    getParentRoute: () => plainRoute,
    path: '/enrolment/visits',
    validateSearch: visitsSearch,
    component: lazyRouteComponent(() => import('./enrolment/phone/visits-page.tsx'), 'VisitsPage'),
  }),
  createRoute({
    getParentRoute: () => plainRoute,
    path: '/archive',
    validateSearch: catalogueSearch,
    component: lazyRouteComponent(() => import('./archive/catalogue/catalogue-page.tsx'), 'CataloguePage'),
  }),
  createRoute({
    getParentRoute: () => plainRoute,
    path: '/archive/papers',
    validateSearch: papersSearch,
    component: lazyRouteComponent(() => import('./archive/papers/papers-page.tsx'), 'PapersPage'),
  }),
  createRoute({
    getParentRoute: () => plainRoute,
    path: '/archive/quotas',
    component: lazyRouteComponent(() => import('./archive/quotas/quotas-page.tsx'), 'QuotasPage'),
  }),
  createRoute({
    getParentRoute: () => plainRoute,
    path: '/archive/hand-in',
    validateSearch: handInSearch,
    component: lazyRouteComponent(() => import('./archive/hand-in/hand-in-page.tsx'), 'HandInPage'),
  }),
  createRoute({
    getParentRoute: () => plainRoute,
    path: '/clocks/calendar',
    validateSearch: calendarSearch,
    component: lazyRouteComponent(() => import('./clocks/calendar-page.tsx'), 'CalendarPage'),
  }),
  createRoute({
    getParentRoute: () => plainRoute,
    path: '/packs',
    validateSearch: packsSearch,
    component: lazyRouteComponent(() => import('./packs/packs-page.tsx'), 'PacksPage'),
  }),
  createRoute({
    getParentRoute: () => plainRoute,
    path: '/packs/drafts/$county/$draft',
    validateSearch: draftSearch,
    component: lazyRouteComponent(() => import('./packs/drafts/draft-page.tsx'), 'DraftPage'),
  }),
  createRoute({
    getParentRoute: () => plainRoute,
    path: '/organizations',
    validateSearch: organizationsSearch,
    component: lazyRouteComponent(() => import('./organizations/organizations-page.tsx'), 'OrganizationsPage'),
  }),
  createRoute({
    getParentRoute: () => plainRoute,
    path: '/organizations/areas',
    validateSearch: areasSearch,
    component: lazyRouteComponent(() => import('./organizations/areas-page.tsx'), 'AreasPage'),
  }),
  createRoute({
    getParentRoute: () => plainRoute,
    path: '/identity/people',
    validateSearch: peopleSearch,
    component: lazyRouteComponent(() => import('./identity/people/people-page.tsx'), 'PeoplePage'),
  }),
  createRoute({
    getParentRoute: () => plainRoute,
    path: '/identity/tenures',
    validateSearch: tenureSearch,
    component: lazyRouteComponent(() => import('./identity/people/tenures-page.tsx'), 'TenuresPage'),
  }),
  createRoute({
    getParentRoute: () => plainRoute,
    path: '/identity/grants',
    validateSearch: grantSearch,
    component: lazyRouteComponent(() => import('./identity/grants/grants-page.tsx'), 'GrantsPage'),
  }),
  createRoute({
    getParentRoute: () => plainRoute,
    path: '/identity/access',
    validateSearch: accessSearch,
    component: lazyRouteComponent(() => import('./identity/grants/access-page.tsx'), 'AccessPage'),
  }),
  createRoute({
    getParentRoute: () => plainRoute,
    path: '/identity/administrators',
    component: lazyRouteComponent(() => import('./identity/grants/administrators-page.tsx'), 'AdministratorsPage'),
  }),
  createRoute({
    getParentRoute: () => plainRoute,
    path: '/identity/sessions',
    validateSearch: sessionsSearch,
    component: lazyRouteComponent(() => import('./identity/sessions/sessions-page.tsx'), 'SessionsPage'),
  }),
  createRoute({
    getParentRoute: () => plainRoute,
    path: '/identity/settings',
    component: lazyRouteComponent(() => import('./identity/settings/settings-page.tsx'), 'SettingsPage'),
  }),
  createRoute({
    getParentRoute: () => plainRoute,
    path: '/account',
    component: lazyRouteComponent(() => import('./identity/sign-in/account-page.tsx'), 'AccountPage'),
  }),
  createRoute({
    getParentRoute: () => plainRoute,
    path: '/audit',
    validateSearch: auditSearch,
    component: lazyRouteComponent(() => import('./audit/audit-page.tsx'), 'AuditPage'),
  }),
  createRoute({
    getParentRoute: () => plainRoute,
    path: '/desk',
    validateSearch: deskSearch,
    component: lazyRouteComponent(() => import('./desk/inbox-page.tsx'), 'InboxPage'),
  }),
  createRoute({
    getParentRoute: () => plainRoute,
    path: '/desk/calendar',
    validateSearch: dueMonthSearch,
    component: lazyRouteComponent(() => import('./desk/calendar/calendar-page.tsx'), 'CalendarPage'),
  }),
  createRoute({
    getParentRoute: () => plainRoute,
    path: '/desk/delegations',
    component: lazyRouteComponent(() => import('./desk/delegations/delegations-page.tsx'), 'DelegationsPage'),
  }),
  createRoute({
    getParentRoute: () => plainRoute,
    path: '/desk/notices',
    validateSearch: noticesSearch,
    component: lazyRouteComponent(() => import('./desk/notices/notices-page.tsx'), 'NoticesPage'),
  }),
  createRoute({
    getParentRoute: () => plainRoute,
    path: '/desk/status',
    component: lazyRouteComponent(() => import('./desk/status-page.tsx'), 'StatusPage'),
  }),
] as const

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    publicRoute.addChildren(publicPages),
    shellRoute.addChildren([runRoute.addChildren(runPages), plainRoute.addChildren(plainPages)]),
  ]),
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultPendingComponent: Loading,
  defaultErrorComponent: PageError,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
