export {
  areaPath,
  countyKeyOf,
  countyOf,
  isOrgPath,
  isWithin,
  type OrgPath,
  parentPath,
  pathsAbove,
} from './org-path.ts'
export { isUnitKind, type UnitKind, unitKinds } from './unit-kinds.ts'
