/**
 * Address of a worker thread's compiled entry. Threads cannot run TypeScript: under the tests `base` is a source
 * file, and its place in dist/ is taken instead. `relative` is the source name, e.g. './engine-worker.ts'.
 */
export function workerEntry(base: string, relative: string): URL {
  const source = new URL(relative, base)
  const compiled = source.href.replace(
    /\/packages\/server\/src\/(?!.*\/packages\/server\/src\/)/,
    '/packages/server/dist/',
  )
  return new URL(compiled.replace(/\.ts$/, '.js'))
}
