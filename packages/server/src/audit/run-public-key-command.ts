import { checkpointSeal } from '../platform/audit/checkpoint-line.ts'
import { chooseKeyFile, chooseStorage } from '../platform/installation.ts'
import { exitCodes, type Io } from '../platform/io.ts'
import { parseOptions } from '../platform/parse-options.ts'
import { readKeyring } from './read-keyring.ts'

/** `eduduty audit public-key`: with it anybody can check the signatures of checkpoints. */
export async function runPublicKeyCommand(argv: readonly string[], io: Io): Promise<number> {
  const options = parseOptions('audit', argv, { data: 'text', keys: 'text' })
  const keyring = readKeyring(chooseKeyFile(options.text('keys'), chooseStorage(options.text('data'), io), io))
  io.stdout.write(checkpointSeal(keyring).publicKey)
  return exitCodes.done
}
