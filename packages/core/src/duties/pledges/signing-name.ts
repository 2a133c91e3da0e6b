/**
 * What stands on a seal, where a unit is called by its area in everyday life: 石桥镇 signs as 石桥镇人民政府, 澄江街道 as
 * 澄江街道办事处, 沙坝村 as 沙坝村村民委员会. `kind`: of the unit, or `village`. A name that says more stays as it is.
 */
export function signingName(kind: string, name: string): string {
  if (kind === 'township') {
    if (name.endsWith('街道')) return `${name}办事处`
    return /[镇乡]$|苏木$/u.test(name) ? `${name}人民政府` : name
  }
  if (kind !== 'village') return name
  if (name.endsWith('社区')) return `${name}居民委员会`
  return name.endsWith('村') ? `${name}村民委员会` : name
}
