/** Areas and units: their codes, their place in the tree, their history. */
export { type AreaLevel, areaLevelOf, areaLevels, areaParentOf, fullAreaCode, shortAreaCode } from './area-code.ts'
export { creditCheckOf, isCreditCode, isSchoolCode } from './codes.ts'
export { type CodedUnit, codesOfUnit } from './codes-of-unit.ts'
export {
  CloseUnitBody,
  MergeUnitsBody,
  MoveUnitBody,
  OpenUnitBody,
  PostBody,
  RenameUnitBody,
  SplitUnitBody,
  UnitChange,
  UnitDetail,
  UnitEntry,
  UnitKindSchema,
  UnitPost,
  UnitSuccession,
  UnitTree,
  UnitVersion,
  unitKindOrder,
} from './contracts.ts'
export { governmentName, shortUnitName } from './government-name.ts'
export { areaRegister, plainAreaRegister } from './import/area-register.ts'
export { AreaEntry, AreaList, ImportFinding, ImportOutcome } from './import/contracts.ts'
export { unitKindCodes, unitRegister } from './import/unit-register.ts'
export { fitsInitials, initialsPattern } from './initials.ts'
export {
  areaPath,
  countyKeyOf,
  countyOf,
  isOrgPath,
  isWithin,
  knowsCounty,
  type OrgPath,
  parentPath,
  pathsAbove,
  reachesCounty,
} from './org-path.ts'
export { isUnitId, isUnitName, unitIdFor } from './unit-id.ts'
export { isUnitKind, type UnitKind, unitKinds } from './unit-kinds.ts'
