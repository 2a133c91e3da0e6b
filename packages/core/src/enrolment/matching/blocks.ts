import { turnedDay } from './compare-births.ts'
import { soundsOf } from './read-name.ts'
import { birthsOf, type ReadPerson } from './read-person.ts'

type Places = Map<string | number, number[]>

/**
 * Finds rows that may be one child without comparing all with all: those born on one day (also with month and day turned),
 * those whose number agrees in area and serial number, and those whose names sound the same. A slip of one sign or of two
 * neighbouring ones leaves at least one of these.
 */
export class Blocks {
  readonly #days: Places = new Map()
  readonly #serials: Places = new Map()
  readonly #sounds: Places = new Map()
  /** Which candidate a left row was given last, so that it is given once. */
  readonly #given: Int32Array
  #candidate = 0

  constructor(lefts: readonly ReadPerson[]) {
    this.#given = new Int32Array(lefts.length)
    for (const [at, person] of lefts.entries()) {
      const days = birthsOf(person)
      for (const day of new Set([...days, ...days.map(turnedDay)])) note(this.#days, dayKey(day), at)
      for (const serial of serialsOf(person)) note(this.#serials, serial, at)
      if (person.name !== undefined) for (const sound of soundsOf(person.name)) note(this.#sounds, sound, at)
    }
  }

  /** Places of the left rows near a candidate, each once. */
  near(right: ReadPerson): readonly number[] {
    this.#candidate += 1
    const found: number[] = []
    for (const day of birthsOf(right)) this.#take(this.#days.get(dayKey(day)), found)
    const serial = serialOf(right.identity?.number)
    if (serial !== undefined) this.#take(this.#serials.get(serial), found)
    if (right.name !== undefined) this.#take(this.#sounds.get(right.name.sound), found)
    return found
  }

  #take(places: readonly number[] | undefined, found: number[]): void {
    for (const at of places ?? []) {
      if (this.#given[at] === this.#candidate) continue
      this.#given[at] = this.#candidate
      found.push(at)
    }
  }
}

function note(places: Places, key: string | number, at: number): void {
  const list = places.get(key)
  if (list === undefined) places.set(key, [at])
  else if (list.at(-1) !== at) list.push(at)
}

const dayKey = (day: string): number =>
  Number(day.slice(0, 4)) * 10_000 + Number(day.slice(5, 7)) * 100 + Number(day.slice(8, 10))

/** Area and serial number as one number. */
function serialOf(number: string | undefined): number | undefined {
  return number?.length === 18 ? Number(number.slice(0, 6)) * 1000 + Number(number.slice(14, 17)) : undefined
}

const serialsOf = ({ identity }: ReadPerson): readonly number[] => {
  const serial = serialOf(identity?.number)
  return serial === undefined ? [] : [serial]
}
