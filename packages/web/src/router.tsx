import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router'
import { dataSearch } from './collection/data-search.ts'
import { dispersionSearch, overviewSearch, schoolSearch } from './evaluation/search.ts'
import { Loading } from './platform/shell/loading.tsx'
import { NotFound, PageError } from './platform/shell/page-error.tsx'
import {
  listParam,
  parseSearch,
  type SearchValues,
  stringifySearch,
  textParam,
} from './platform/shell/search-params.ts'
import { Shell } from './platform/shell/shell.tsx'

interface RootSearch {
  /** Id of the run; absent = the latest. */
  run?: string | undefined
  /** Figures walked in the drawer, the open one last. */
  trace?: string[] | undefined
}

const rootRoute = createRootRoute({
  component: Shell,
  notFoundComponent: NotFound,
  validateSearch: (values: SearchValues): RootSearch => ({
    run: textParam(values, 'run'),
    trace: listParam(values, 'trace'),
  }),
  search: { middlewares: [retainSearchParams(['run'])] },
})

const routes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/',
    beforeLoad: ({ search }) => {
      throw redirect({ to: '/evaluation', search: { run: search.run } })
    },
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/evaluation',
    validateSearch: overviewSearch,
    component: lazyRouteComponent(() => import('./evaluation/overview/overview-page.tsx'), 'OverviewPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/evaluation/schools',
    validateSearch: schoolSearch,
    component: lazyRouteComponent(() => import('./evaluation/schools/schools-page.tsx'), 'SchoolsPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/evaluation/dispersions',
    validateSearch: dispersionSearch,
    component: lazyRouteComponent(() => import('./evaluation/dispersions/dispersions-page.tsx'), 'DispersionsPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/evaluation/documents',
    component: lazyRouteComponent(() => import('./evaluation/documents/documents-page.tsx'), 'DocumentsPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/collection',
    validateSearch: dataSearch,
    component: lazyRouteComponent(() => import('./collection/data-page.tsx'), 'DataPage'),
  }),
] as const

export const router = createRouter({
  routeTree: rootRoute.addChildren(routes),
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
