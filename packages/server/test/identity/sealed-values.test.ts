import { describe, expect, it } from 'vitest'
import { temporaryKeyring } from '../../src/platform/keys/keyring.ts'
import { blindIndex, open, type SealedPlace, seal } from '../../src/platform/keys/seal.ts'

const keyring = temporaryKeyring()
const place: SealedPlace = { table: 'identity_people', column: 'phone_sealed', county: '990101', row: 'p1' }

describe.each(['aes', 'sm'] as const)('values sealed by %s', (kind) => {
  it.each(['13900001111', '', '汉字🙂', 'x'.repeat(5000)])('are read again: %#', (text) => {
    const sealed = seal(keyring, place, text, kind)
    expect(sealed).toMatch(new RegExp(`^v1\\.${kind}\\.k1\\.`))
    expect(open(keyring, place, sealed)).toBe(text)
    if (text.length > 3) expect(sealed).not.toContain(text)
  })

  it('differ each time', () => {
    expect(seal(keyring, place, 'same', kind)).not.toBe(seal(keyring, place, 'same', kind))
  })

  it.each([{ table: 'other' }, { column: 'id_number_sealed' }, { county: '990102' }, { row: 'p2' }])(
    'cannot be opened at another place: %j',
    (other) => {
      const sealed = seal(keyring, place, 'secret', kind)
      expect(() => open(keyring, { ...place, ...other }, sealed)).toThrow('无法读出')
    },
  )

  it('cannot be opened after any character was changed', () => {
    const sealed = seal(keyring, place, 'secret', kind)
    for (let at = 0; at < sealed.length; at += 1) {
      const other = sealed[at] === 'A' ? 'E' : 'A'
      const changed = `${sealed.slice(0, at)}${other}${sealed.slice(at + 1)}`
      // The last character of a part may hold bits that stand for nothing.
      if (decoded(changed) === decoded(sealed)) continue
      expect(() => open(keyring, place, changed), String(at)).toThrow()
    }
    for (const cut of [1, 4, 20]) expect(() => open(keyring, place, sealed.slice(0, -cut))).toThrow()
  })

  it('cannot be opened with another key file', () => {
    expect(() => open(temporaryKeyring(), place, seal(keyring, place, 'secret', kind))).toThrow('无法读出')
  })
})

describe('what is not sealed', () => {
  it.each(['', 'plain', 'v1.aes', 'v2.aes.k1.a.b.c', 'v1.xor.k1.a.b.c', 'v1.aes.k9.a.b.c', 'v1.aes.k1.a.b.c'])(
    'is refused: %s',
    (text) => {
      expect(() => open(keyring, place, text)).toThrow()
    },
  )
})

describe('the blind index', () => {
  it('is the same for the same value, and another for every county and purpose', () => {
    const one = blindIndex(keyring, 'phone', '990101', '13900001111')
    expect(one).toMatch(/^[0-9a-f]{64}$/)
    expect(blindIndex(keyring, 'phone', '990101', '13900001111')).toBe(one)
    const others = [
      blindIndex(keyring, 'phone', '990102', '13900001111'),
      blindIndex(keyring, 'id number', '990101', '13900001111'),
      blindIndex(temporaryKeyring(), 'phone', '990101', '13900001111'),
    ]
    expect(others).not.toContain(one)
  })
})

function decoded(envelope: string): string {
  const parts = envelope.split('.')
  return [...parts.slice(0, 3), ...parts.slice(3).map((part) => Buffer.from(part, 'base64url').toString('hex'))].join(
    '.',
  )
}
