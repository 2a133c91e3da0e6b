import { createPasswordHasher, type PasswordHasher } from '../../src/identity/sign-in/password-hasher.ts'

const real = createPasswordHasher({ parallel: 2, waiting: 1_000 })
const hashes = new Map<string, Promise<string>>()
const answers = new Map<string, Promise<boolean>>()

/**
 * The hasher that ships, which is slow on purpose, and never works twice on the same question. Tests of the hasher
 * itself, of its queue, and of what happens while it works use one of their own.
 */
export const rememberingHasher: PasswordHasher = {
  hash: (password, profile) => once(hashes, [password, profile], () => real.hash(password, profile)),
  matches: (password, stored, profile) =>
    once(answers, [password, stored, profile], () => real.matches(password, stored, profile)),
}

function once<T>(known: Map<string, Promise<T>>, question: readonly unknown[], work: () => Promise<T>): Promise<T> {
  const key = JSON.stringify(question)
  const answer = known.get(key) ?? work()
  known.set(key, answer)
  return answer
}
