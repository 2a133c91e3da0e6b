import { checkDigitOf } from '@eduduty/core/identity'
import { county, schools } from '../county.ts'
import { createRandom } from '../random.ts'

const surnames =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文'
const given =
  '安宁然晨朗清远航思齐若溪景行子衿雨桐浩文书涵嘉木知微一诺星野禾苗听松映雪怀瑾泽川云舟可欣启明月白青禾修竹望舒长风向阳'

/** An invented person; the area code of the identity number does not exist. */
export interface InventedPerson {
  readonly name: string
  readonly gender: '男' | '女'
  readonly bornOn: string
  readonly idNumber: string
}

/**
 * The person of a seed, born in the twelve months from 1 September of `year`; always the same. Two persons of one `area`
 * born on one day have different numbers as long as their serials differ by less than 500.
 */
export function inventPerson(seed: string, year: number, serial: number, area: string = county.code): InventedPerson {
  const random = createRandom(`person/${seed}`)
  const pick = (from: string): string => from.charAt(random.whole(0, from.length - 1))
  const day = new Date(Date.UTC(year, 8, 1 + random.whole(0, 363))).toISOString().slice(0, 10)
  const isGirl = random.next() < 0.48
  const order = (serial % 500) * 2 + (isGirl ? 0 : 1)
  const first = `${area}${day.replaceAll('-', '')}${String(order).padStart(3, '0')}`
  return {
    name: `${pick(surnames)}${pick(given)}${random.next() < 0.8 ? pick(given) : ''}`,
    gender: isGirl ? '女' : '男',
    bornOn: day,
    idNumber: `${first}${checkDigitOf(first)}`,
  }
}

/** Areas in which children are born: one for each school and each township, so that no two children share a number. */
export function areaOfSchool(code: string): string {
  return `9901${22 + schools.findIndex((school) => school.code === code)}`
}

/** The same for children of a township who are in none of its schools. */
export function areaOfTownship(name: string): string {
  const names: readonly string[] = county.townships
  return `9901${22 + schools.length + names.indexOf(name)}`
}

/** A telephone number of a range that is not given out. */
export function inventPhone(seed: string): string {
  return `100${String(createRandom(`phone/${seed}`).whole(0, 99_999_999)).padStart(8, '0')}`
}
