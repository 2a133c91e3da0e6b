import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type KnownSentence, type Reference, referenceOfRun } from '@eduduty/core/claims'
import { Assessment } from '@eduduty/core/evaluation'
import { Value } from 'typebox/value'
import { AppError } from '../platform/errors/app-error.ts'

/** The figures and sentences of a folder that `assess` wrote. Errors: `report.unreadable`. */
export async function readReference(folder: string, shown: string): Promise<Reference> {
  const assessment = await readJson(folder, 'assessment.json', shown)
  if (!Value.Check(Assessment, assessment)) throw refuse(shown, 'assessment.json 不是评估结果')
  return referenceOfRun(assessment, sentencesOf(await readText(folder, 'trace.json', shown)))
}

async function readJson(folder: string, name: string, shown: string): Promise<unknown> {
  try {
    return JSON.parse(await readText(folder, name, shown))
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    throw refuse(shown, `${name} 不完整`)
  }
}

async function readText(folder: string, name: string, shown: string): Promise<string> {
  try {
    return await readFile(join(folder, name), 'utf8')
  } catch {
    throw refuse(shown, `里面没有 ${name}，要给出 assess 写出的结果文件夹`)
  }
}

/** The sentences of the mentions, which stand one a line at the end of the traces. */
function sentencesOf(trace: string): readonly KnownSentence[] {
  const at = trace.lastIndexOf('"mentions":[')
  return trace
    .slice(Math.max(0, at))
    .split('\n')
    .flatMap((line) => {
      const found = /^\{.*?"text":("(?:[^"\\]|\\.)*")/.exec(line)?.[1]
      const text: unknown = found === undefined ? undefined : JSON.parse(found)
      // A folder has no pages to which a figure could lead.
      return typeof text === 'string' && /[\u3400-\u9fff]{3}/.test(text) ? [{ text, figures: [] }] : []
    })
}

const refuse = (path: string, reason: string): AppError => new AppError('report.unreadable', { path, reason })
