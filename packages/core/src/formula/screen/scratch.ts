/**
 * Columns for what lies between the cells and the answer of one formula. They are used again for the next formula:
 * a county asks thousands of them.
 */
export class Scratch {
  readonly size: number
  private readonly floats: Float64Array[] = []
  private readonly bytes: Uint8Array[] = []
  private usedFloats = 0
  private usedBytes = 0

  constructor(size: number) {
    this.size = size
  }

  /** Zeros; good until `clear`. */
  numbers(): Float64Array {
    const array = this.floats[this.usedFloats] ?? new Float64Array(this.size)
    this.floats[this.usedFloats++] = array
    return array.fill(0)
  }

  /** Zeros; good until `clear`. */
  sets(): Uint8Array {
    const array = this.bytes[this.usedBytes] ?? new Uint8Array(this.size)
    this.bytes[this.usedBytes++] = array
    return array.fill(0)
  }

  clear(): void {
    this.usedFloats = 0
    this.usedBytes = 0
  }
}
