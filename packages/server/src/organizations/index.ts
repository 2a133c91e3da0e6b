/** Areas, units and posts: the tree that everything else hangs on. */
export { describePaths, type PathNames } from './names/describe-paths.ts'
export { findUnitNames } from './names/find-unit-names.ts'
export { type ClosePost, closePost } from './posts/close-post.ts'
export type { PostKey } from './posts/get-open-post.ts'
export { type OpenedPost, type OpenPost, openPost } from './posts/open-post.ts'
export { type OpenedUnit, type OpenUnit, openUnit } from './units/open-unit.ts'
