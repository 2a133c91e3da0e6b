import { afterAll } from 'vitest'
import { closeMemoryDatabase } from './memory-database.ts'

afterAll(closeMemoryDatabase)
