import type { RouteSample } from '../route-samples.ts'

const draft = (more: Omit<ReturnType<RouteSample['make']>, 'params'> = {}, expects?: number): RouteSample => ({
  as: 'supervisor',
  ...(expects !== undefined && { expects }),
  make: (at) => {
    const { county, packDraft } = at()
    return { params: { county, draft: packDraft }, ...more }
  },
})

/** Drafts of standards packs. */
export const packDraftSamples: Readonly<Record<string, RouteSample>> = {
  'GET /api/packs/drafts': { as: 'supervisor', make: () => ({}) },
  'POST /api/packs/drafts': {
    as: 'supervisor',
    make: () => ({ body: { title: '试写', from: { kind: 'blank' } } }),
  },
  'POST /api/packs/drafts/upload': {
    as: 'supervisor',
    expects: 400,
    make: () => ({ query: { name: '标准包.zip' }, file: 'not a zip' }),
  },
  'GET /api/packs/drafts/:county/:draft': draft(),
  'PUT /api/packs/drafts/:county/:draft': draft(
    { body: { revision: 9, files: [{ path: 'pack.yaml', text: 'pack: {}' }] } },
    409,
  ),
  'PUT /api/packs/drafts/:county/:draft/title': draft({ body: { title: '另一名称' } }),
  'DELETE /api/packs/drafts/:county/:draft': draft({}, 204),
  'GET /api/packs/drafts/:county/:draft/check': draft(),
  'GET /api/packs/drafts/:county/:draft/file': draft({ query: { format: 'zip' } }),
  'POST /api/packs/drafts/:county/:draft/install': draft({ body: { revision: 9 } }, 409),
  'GET /api/packs/drafts/:county/:draft/names': draft({ query: { place: 'county' } }),
  'POST /api/packs/drafts/:county/:draft/formula': draft({ body: { place: 'county', text: '1 + 1' } }),
  'GET /api/packs/drafts/:county/:draft/golden': draft({}, 409),
  'GET /api/packs/drafts/:county/:draft/differences': draft({}, 409),
}
