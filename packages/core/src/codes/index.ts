/** Numbers that persons and things are known by, with the rules that tell a true one from a slip of the pen. */
export {
  checkDigitOf,
  type IdNumber,
  type IdNumberFault,
  isCivilDate,
  normaliseIdNumber,
  parseIdNumber,
} from './id-number.ts'
