import { platformMessages } from '../messages/messages.ts'
import type { MenuGroup } from './menu-entry.ts'

const { nav, navGroups } = platformMessages.shell

/** Everybody but the three administrators, who have a workbench of their own. */
const business = ['collection.read', 'duties.read', 'enrolment.read'] as const

/** The whole menu, in the order in which it is shown. */
export const menuGroups: readonly MenuGroup[] = [
  {
    id: 'desk',
    title: navGroups.desk,
    entries: [
      { to: '/desk', icon: 'desk', label: nav.desk, initials: 'gzt', verbs: business },
      { to: '/desk/calendar', icon: 'calendar', label: nav.dueCalendar, initials: 'blrl', verbs: business },
      { to: '/desk/notices', icon: 'notices', label: nav.notices, initials: 'tz', verbs: business },
      { to: '/desk/delegations', icon: 'delegations', label: nav.delegations, initials: 'dbsq', verbs: business },
    ],
  },
  {
    id: 'evaluation',
    title: navGroups.evaluation,
    entries: [
      { to: '/evaluation/own', icon: 'own', label: nav.own, initials: 'bdwzb', verbs: ['evaluation.own'] },
      { to: '/evaluation', icon: 'overview', label: nav.overview, initials: 'pgzl', verbs: ['evaluation.read'] },
      { to: '/evaluation/brief', icon: 'brief', label: nav.brief, initials: 'ldyy', verbs: ['evaluation.read'] },
      { to: '/evaluation/cockpit', icon: 'cockpit', label: nav.cockpit, initials: 'jsc', verbs: ['evaluation.read'] },
      {
        to: '/evaluation/indicators',
        icon: 'indicators',
        label: nav.indicators,
        initials: 'zb',
        verbs: ['evaluation.read'],
      },
      { to: '/evaluation/effects', icon: 'effects', label: nav.effects, initials: 'fjyj', verbs: ['evaluation.read'] },
      { to: '/evaluation/schools', icon: 'schools', label: nav.schools, initials: 'xx', verbs: ['evaluation.read'] },
      {
        to: '/evaluation/dispersions',
        icon: 'dispersions',
        label: nav.dispersions,
        initials: 'cyxs',
        verbs: ['evaluation.read'],
      },
      { to: '/evaluation/compare', icon: 'compare', label: nav.compare, initials: 'db', verbs: ['evaluation.read'] },
      {
        to: '/evaluation/counties',
        icon: 'counties',
        label: nav.counties,
        initials: 'gxdz',
        verbs: ['evaluation.read'],
      },
      {
        to: '/evaluation/gathering',
        icon: 'gathering',
        label: nav.gathering,
        initials: 'sbyhz',
        verbs: ['evaluation.deliver', 'evaluation.gather'],
      },
      { to: '/evaluation/ratings', icon: 'ratings', label: nav.ratings, initials: 'jfydc', verbs: ['evaluation.read'] },
      {
        to: '/evaluation/what-if',
        icon: 'whatIf',
        label: nav.whatIf,
        initials: 'cs',
        verbs: ['evaluation.what_if'],
      },
      { to: '/evaluation/prices', icon: 'prices', label: nav.prices, initials: 'djb', verbs: ['evaluation.read'] },
    ],
  },
  {
    id: 'reports',
    title: navGroups.reports,
    entries: [
      { to: '/reports', icon: 'documents', label: nav.reports, initials: 'bg', verbs: ['reports.read'] },
      { to: '/claims', icon: 'claims', label: nav.claims, initials: 'hdbg', verbs: ['claims.read'] },
      {
        to: '/evaluation/documents',
        icon: 'documents',
        label: nav.documents,
        initials: 'wj',
        verbs: ['evaluation.read'],
      },
      {
        to: '/reports/templates',
        icon: 'templates',
        label: nav.templates,
        initials: 'bgmb',
        verbs: ['evaluation.read'],
      },
    ],
  },
  {
    id: 'appraisal',
    title: navGroups.appraisal,
    entries: [
      { to: '/appraisal', icon: 'appraisal', label: nav.appraisal, initials: 'py', verbs: ['appraisal.read'] },
      {
        to: '/appraisal/yearly',
        icon: 'yearly',
        label: nav.yearly,
        initials: 'ndkh',
        verbs: ['appraisal.plan', 'appraisal.decide', 'appraisal.rate'],
        needs: 'appraisal.read',
      },
    ],
  },
  {
    id: 'collection',
    title: navGroups.collection,
    entries: [
      { to: '/collection/tasks', icon: 'tasks', label: nav.tasks, initials: 'sbrw', verbs: ['collection.read'] },
      {
        to: '/collection/periods',
        icon: 'periods',
        label: nav.periods,
        initials: 'sbq',
        verbs: ['collection.plan', 'collection.review_first', 'evaluation.read'],
        needs: 'collection.read',
      },
      { to: '/collection', icon: 'data', label: nav.data, initials: 'sjywt', verbs: ['evaluation.read'] },
      { to: '/packs', icon: 'packs', label: nav.packs, initials: 'bzb', verbs: ['packs.read'] },
    ],
  },
  {
    id: 'duties',
    title: navGroups.duties,
    entries: [
      { to: '/duties', icon: 'duties', label: nav.duties, initials: 'zzrw', verbs: ['duties.read'] },
      { to: '/duties/draw-up', icon: 'drawUp', label: nav.drawUp, initials: 'rwfj', verbs: ['duties.plan'] },
      { to: '/duties/pledges', icon: 'pledges', label: nav.pledges, initials: 'zrs', verbs: ['duties.read'] },
      {
        to: '/duties/mechanisms',
        icon: 'mechanisms',
        label: nav.mechanisms,
        initials: 'gzjz',
        verbs: ['duties.read'],
      },
      { to: '/clocks/calendar', icon: 'calendar', label: nav.calendar, initials: 'gzrl', verbs: ['clocks.read'] },
    ],
  },
  {
    id: 'enrolment',
    title: navGroups.enrolment,
    entries: [
      { to: '/enrolment/ledgers', icon: 'ledgers', label: nav.ledgers, initials: 'sbtz', verbs: ['enrolment.read'] },
      { to: '/enrolment/cases', icon: 'cases', label: nav.cases, initials: 'qfga', verbs: ['enrolment.read'] },
      { to: '/enrolment/care', icon: 'care', label: nav.care, initials: 'gayaz', verbs: ['enrolment.read'] },
      { to: '/enrolment/periodic', icon: 'periodic', label: nav.periodic, initials: 'dqbg', verbs: ['enrolment.read'] },
      { to: '/enrolment/cohorts', icon: 'cohorts', label: nav.cohorts, initials: 'xjgg', verbs: ['enrolment.read'] },
      { to: '/enrolment/counts', icon: 'counts', label: nav.counts, initials: 'kcrsb', verbs: ['enrolment.count'] },
      { to: '/enrolment/matching', icon: 'matching', label: nav.matching, initials: 'mcbd', verbs: ['enrolment.read'] },
      {
        to: '/enrolment/visits',
        icon: 'visits',
        label: nav.visits,
        initials: 'zfjl',
        verbs: ['enrolment.work'],
        needs: 'enrolment.read',
      },
      { to: '/enrolment/limits', icon: 'limits', label: nav.limits, initials: 'qxhcs', verbs: ['enrolment.decide'] },
      {
        to: '/enrolment/retention',
        icon: 'retention',
        label: nav.retention,
        initials: 'dqxh',
        verbs: ['enrolment.decide'],
      },
    ],
  },
  {
    id: 'archive',
    title: navGroups.archive,
    entries: [
      { to: '/archive', icon: 'archive', label: nav.archive, initials: 'zzml', verbs: ['archive.read'] },
      { to: '/archive/papers', icon: 'papers', label: nav.papers, initials: 'clk', verbs: ['archive.read'] },
      {
        to: '/archive/hand-in',
        icon: 'handIn',
        label: nav.handIn,
        initials: 'jcl',
        verbs: ['archive.provide'],
        needs: 'archive.read',
      },
    ],
  },
  {
    id: 'organizations',
    title: navGroups.organizations,
    entries: [
      { to: '/organizations', icon: 'units', label: nav.units, initials: 'zzjg', verbs: ['organizations.read'] },
      { to: '/organizations/areas', icon: 'areas', label: nav.areas, initials: 'xzqh', verbs: ['organizations.read'] },
      { to: '/identity/people', icon: 'people', label: nav.people, initials: 'ryzh', verbs: ['identity.read'] },
      {
        to: '/identity/tenures',
        icon: 'tenures',
        label: nav.tenures,
        initials: 'rzdl',
        verbs: ['identity.read', 'identity.grants_read'],
      },
    ],
  },
  {
    id: 'administrators',
    title: navGroups.administrators,
    entries: [
      {
        to: '/identity/administrators',
        icon: 'administrators',
        label: nav.administrators,
        initials: 'sygzt',
        verbs: ['identity.manage', 'identity.grants_propose', 'audit.read'],
      },
      { to: '/identity/grants', icon: 'grants', label: nav.grants, initials: 'jssq', verbs: ['identity.grants_read'] },
      { to: '/identity/access', icon: 'access', label: nav.access, initials: 'snk', verbs: ['identity.grants_read'] },
      {
        to: '/identity/sessions',
        icon: 'sessions',
        label: nav.sessions,
        initials: 'zxhh',
        verbs: ['identity.sessions_manage'],
      },
      {
        to: '/identity/settings',
        icon: 'settings',
        label: nav.settings,
        initials: 'aqsz',
        verbs: ['identity.settings_manage'],
      },
      { to: '/audit', icon: 'audit', label: nav.audit, initials: 'sjjl', verbs: ['audit.read'] },
      { to: '/desk/status', icon: 'status', label: nav.status, initials: 'xtzt', verbs: ['desk.status_read'] },
      { to: '/archive/quotas', icon: 'papers', label: nav.quotas, initials: 'zzkj', verbs: ['desk.settings_manage'] },
    ],
  },
]
