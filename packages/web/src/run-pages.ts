import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { dataSearch } from './collection/data-search.ts'
import { cockpitSearch } from './evaluation/cockpit/cockpit-search.ts'
import { compareSearch } from './evaluation/compare/compare-search.ts'
import { effectsSearch } from './evaluation/effects/effects-search.ts'
import { indicatorListSearch, indicatorSearch } from './evaluation/indicators/indicator-search.ts'
import { pricesSearch } from './evaluation/prices/prices-search.ts'
import {
  dispersionSearch,
  overviewSearch,
  ratingSearch,
  scenariosSearch,
  schoolSearch,
  whatIfSearch,
} from './evaluation/search.ts'
import { runRoute } from './frame-routes.tsx'
import { templatesSearch } from './reports/templates/templates-search.ts'

/** Pages on one evaluation run. */
export const runPages = [
  createRoute({
    getParentRoute: () => runRoute,
    path: '/evaluation',
    validateSearch: overviewSearch,
    component: lazyRouteComponent(() => import('./evaluation/overview/overview-page.tsx'), 'OverviewPage'),
  }),
  createRoute({
    getParentRoute: () => runRoute,
    path: '/evaluation/indicators',
    validateSearch: indicatorListSearch,
    component: lazyRouteComponent(() => import('./evaluation/indicators/indicators-page.tsx'), 'IndicatorsPage'),
  }),
  createRoute({
    getParentRoute: () => runRoute,
    path: '/evaluation/indicators/$node',
    validateSearch: indicatorSearch,
    component: lazyRouteComponent(() => import('./evaluation/indicators/indicator-page.tsx'), 'IndicatorPage'),
  }),
  createRoute({
    getParentRoute: () => runRoute,
    path: '/evaluation/effects',
    validateSearch: effectsSearch,
    component: lazyRouteComponent(() => import('./evaluation/effects/effects-page.tsx'), 'EffectsPage'),
  }),
  createRoute({
    getParentRoute: () => runRoute,
    path: '/evaluation/brief',
    component: lazyRouteComponent(() => import('./evaluation/brief/brief-page.tsx'), 'BriefPage'),
  }),
  createRoute({
    getParentRoute: () => runRoute,
    path: '/evaluation/cockpit',
    validateSearch: cockpitSearch,
    component: lazyRouteComponent(() => import('./evaluation/cockpit/cockpit-page.tsx'), 'CockpitPage'),
  }),
  createRoute({
    getParentRoute: () => runRoute,
    path: '/evaluation/compare',
    validateSearch: compareSearch,
    component: lazyRouteComponent(() => import('./evaluation/compare/compare-page.tsx'), 'ComparePage'),
  }),
  createRoute({
    getParentRoute: () => runRoute,
    path: '/evaluation/schools',
    validateSearch: schoolSearch,
    component: lazyRouteComponent(() => import('./evaluation/schools/schools-page.tsx'), 'SchoolsPage'),
  }),
  createRoute({
    getParentRoute: () => runRoute,
    path: '/evaluation/dispersions',
    validateSearch: dispersionSearch,
    component: lazyRouteComponent(() => import('./evaluation/dispersions/dispersions-page.tsx'), 'DispersionsPage'),
  }),
  createRoute({
    getParentRoute: () => runRoute,
    path: '/evaluation/ratings',
    validateSearch: ratingSearch,
    component: lazyRouteComponent(() => import('./evaluation/ratings/ratings-page.tsx'), 'RatingsPage'),
  }),
  createRoute({
    getParentRoute: () => runRoute,
    path: '/evaluation/what-if',
    validateSearch: whatIfSearch,
    component: lazyRouteComponent(() => import('./evaluation/what-if/what-if-page.tsx'), 'WhatIfPage'),
  }),
  createRoute({
    getParentRoute: () => runRoute,
    path: '/evaluation/prices',
    validateSearch: pricesSearch,
    component: lazyRouteComponent(() => import('./evaluation/prices/prices-page.tsx'), 'PricesPage'),
  }),
  createRoute({
    getParentRoute: () => runRoute,
    path: '/evaluation/scenarios',
    validateSearch: scenariosSearch,
    component: lazyRouteComponent(() => import('./evaluation/what-if/scenarios-page.tsx'), 'ScenariosPage'),
  }),
  createRoute({
    getParentRoute: () => runRoute,
    path: '/evaluation/documents',
    component: lazyRouteComponent(() => import('./evaluation/documents/documents-page.tsx'), 'DocumentsPage'),
  }),
  createRoute({
    getParentRoute: () => runRoute,
    path: '/reports/templates',
    validateSearch: templatesSearch,
    component: lazyRouteComponent(() => import('./reports/templates/templates-page.tsx'), 'TemplatesPage'),
  }),
  createRoute({
    getParentRoute: () => runRoute,
    path: '/collection',
    validateSearch: dataSearch,
    component: lazyRouteComponent(() => import('./collection/data-page.tsx'), 'DataPage'),
  }),
] as const
