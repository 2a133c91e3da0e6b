import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type KnownMentions, knownMentions, type Reference, referenceOfRun } from '@eduduty/core/claims'
import { Assessment, Mention } from '@eduduty/core/evaluation'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { AppError } from '../platform/errors/app-error.ts'

/** The figures and sentences of a folder that `assess` wrote. Errors: `report.unreadable`. */
export async function readReference(folder: string, shown: string): Promise<Reference> {
  const assessment = await readJson(folder, 'assessment.json', shown)
  if (!Value.Check(Assessment, assessment)) throw refuse(shown, 'assessment.json 不是评估结果')
  return referenceOfRun(assessment, saidIn(await readText(folder, 'trace.json', shown), shown))
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

/** What the mentions at the end of the traces say; a folder has no pages to which a figure could lead. */
function saidIn(trace: string, shown: string): KnownMentions {
  const at = trace.lastIndexOf('"mentions":[')
  return knownMentions(
    at < 0 ? [] : parseMentions(`{${trace.slice(at)}`, shown).map((one) => ({ ...one, figures: [] })),
  )
}

function parseMentions(tail: string, shown: string): readonly Mention[] {
  try {
    const { mentions } = Value.Parse(Mentions, JSON.parse(tail))
    return mentions
  } catch {
    throw refuse(shown, 'trace.json 不完整')
  }
}

const Mentions = Type.Object({ mentions: Type.Array(Mention) })

const refuse = (path: string, reason: string): AppError => new AppError('report.unreadable', { path, reason })
