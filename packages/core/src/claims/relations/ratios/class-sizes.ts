import type { Claim } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { averageOf } from '../made/average-of.ts'
import { withoutInner } from '../made/list-parts.ts'
import type { Question } from '../relation.ts'

const SIZE = /^,?(?:平均班额|班额平均|平均每班|每班平均)(?:为|达|约)?$/

/**
 * 教学班42个，其中七年级14个、…。在校生2058人，其中七年级703人、…，平均班额49人: a paragraph that counts all classes and all pupils, and the parts of
 * both, tells the size of its classes.
 */
export function classSizes({ claims }: Passage): readonly Question[] {
  return claims.flatMap((size, at) => {
    if (size.role !== 'each' || size.token.unit.dimension !== 'person' || !SIZE.test(size.near)) return []
    const before = claims.slice(0, at).filter(({ role, token }) => role === 'level' && token.qualifier === undefined)
    const first = before.find(isClass)
    const classes = wholeOf(
      before.filter(({ sentence, token }) => sentence === first?.sentence && token.unit.word === first.token.unit.word),
    )
    const pupils = wholeOf(before.filter(({ token, kind }) => token.unit.dimension === 'person' && kind !== 'staff'))
    return classes === undefined || pupils === undefined
      ? []
      : [{ readings: [averageOf(size, pupils, classes, 'stated')] }]
  })
}

const isClass = ({ token, kind }: Claim): boolean =>
  token.unit.dimension === 'class' || (kind === 'class' && token.unit.dimension === 'thing')

/** All of which the others are the parts. */
function wholeOf(claims: readonly Claim[]): Claim | undefined {
  const outer = withoutInner(claims)
  return outer.length === 1 && claims.length > 2 ? outer[0] : undefined
}
