import { BaseSequencer } from 'vitest/node'

/**
 * What takes longest, or waits for others, begins first; many short files come last, so that all workers end together.
 * Files of one project stay together: they share a worker.
 */
const first = [
  'test/journeys/',
  'test/access/routes',
  'test/audit/verify-command',
  'test/evaluation/same-bytes',
  'test/platform/power-cut',
  'test/access/',
  'test/cli/',
  'test/platform/kill',
  'test/collection/tasks/',
  'test/demo/',
  'test/identity/',
]
const projects = ['web', 'server', 'core']

export class LongestFirst extends BaseSequencer {
  async sort(files) {
    const bySize = await super.sort(files)
    const rankOf = ({ project, moduleId }) => {
      const place = first.findIndex((part) => moduleId.includes(part))
      return projects.indexOf(project.name) * 100 + (place === -1 ? first.length : place)
    }
    return bySize.toSorted((one, other) => rankOf(one) - rankOf(other))
  }
}
