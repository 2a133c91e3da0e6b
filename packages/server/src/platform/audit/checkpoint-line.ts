import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import type { Keyring } from '../keys/keyring.ts'
import type { ChainHead } from './checkpoints.ts'

/** One line of the checkpoint file. */
export interface CheckpointLine {
  readonly chain_id: string
  readonly county: string
  readonly no: number
  readonly mac: string
  readonly at: string
  readonly key_id: string
  readonly signature: string
}

/** Signs and checks lines with the Ed25519 keys that belong to the keyring. */
export interface CheckpointSeal {
  seal(head: ChainHead): CheckpointLine
  isGenuine(line: CheckpointLine): boolean
  /** The public key of the current version, PEM: with it anybody can check the lines. */
  readonly publicKey: string
}

/** PKCS #8 around a 32-byte Ed25519 secret (RFC 8410). */
const wrapping = Buffer.from('302e020100300506032b657004220420', 'hex')

export function checkpointSeal(keyring: Keyring): CheckpointSeal {
  const secrets = new Map<string, KeyObject>()
  const secretOf = (id: string): KeyObject => {
    const known = secrets.get(id)
    if (known !== undefined) return known
    const seed = keyring.derive(id, 'audit checkpoints', '000000', 32)
    const key = createPrivateKey({ key: Buffer.concat([wrapping, seed]), format: 'der', type: 'pkcs8' })
    secrets.set(id, key)
    return key
  }
  return {
    seal({ chainId, county, no, mac, at }) {
      const line = { chain_id: chainId, county, no, mac, at, key_id: keyring.current }
      return { ...line, signature: sign(null, signedText(line), secretOf(line.key_id)).toString('base64') }
    },
    isGenuine(line) {
      if (!keyring.ids.includes(line.key_id)) return false
      const key = createPublicKey(secretOf(line.key_id))
      return verify(null, signedText(line), key, Buffer.from(line.signature, 'base64'))
    },
    get publicKey() {
      return createPublicKey(secretOf(keyring.current)).export({ format: 'pem', type: 'spki' }).toString()
    },
  }
}

function signedText(line: Omit<CheckpointLine, 'signature'>): Buffer {
  const { chain_id, county, no, mac, at, key_id } = line
  return Buffer.from(JSON.stringify(['eduduty checkpoint', chain_id, county, String(no), mac, at, key_id]))
}

/** Reads one line of the file; undefined when it is not whole. */
export function parseCheckpointLine(text: string): CheckpointLine | undefined {
  const value = parseJson(text)
  if (typeof value !== 'object' || value === null) return undefined
  if (!('chain_id' in value && 'county' in value && 'no' in value && 'mac' in value)) return undefined
  if (!('at' in value && 'key_id' in value && 'signature' in value)) return undefined
  const { chain_id, county, no, mac, at, key_id, signature } = value
  if (typeof no !== 'number' || !Number.isSafeInteger(no)) return undefined
  if (typeof chain_id !== 'string' || typeof county !== 'string' || typeof mac !== 'string') return undefined
  if (typeof at !== 'string' || typeof key_id !== 'string' || typeof signature !== 'string') return undefined
  return { chain_id, county, no, mac, at, key_id, signature }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
