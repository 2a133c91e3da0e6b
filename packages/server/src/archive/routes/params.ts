import { Type } from 'typebox'
import { CountyCode, strict } from '../../platform/http/schemas.ts'

const id = (description: string) => Type.String({ minLength: 1, maxLength: 100, description })

/** Parts of the addresses. */
export const OneCounty = Type.Object({ county: CountyCode }, strict)
export const OneUnit = Type.Object({ county: CountyCode, unit: id('单位标识') }, strict)
export const OneCatalogue = Type.Object({ county: CountyCode, catalogue: id('佐证目录标识') }, strict)
export const OneNeed = Type.Object({ county: CountyCode, need: id('要求标识') }, strict)
export const OnePaper = Type.Object({ county: CountyCode, paper: id('材料标识') }, strict)
export const NeedAndPaper = Type.Object({ county: CountyCode, need: id('要求标识'), paper: id('材料标识') }, strict)
export const OneVersion = Type.Object(
  { county: CountyCode, paper: id('材料标识'), version: Type.Integer({ minimum: 1, maximum: 100_000 }) },
  strict,
)
/** Why somebody reads a file with persons' data. */
export const ReasonQuery = Type.Object(
  {
    reason: Type.Optional(
      Type.String({ maxLength: 500, description: '为什么要看：含未遮盖的敏感或未成年人信息时必填' }),
    ),
  },
  strict,
)
