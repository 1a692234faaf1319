import { expect, test } from 'vitest'
import { type Progress, createJobs } from '../../../electron/jobs.ts'
import { JobId, ProjectId } from '../../../shared/model/ids.ts'

const id = JobId.parse('job-1')
const project = ProjectId.parse('project-1')

test('progress is passed on under the name the caller gave, not for every step of a loop', async () => {
  const told: Progress[] = []
  const jobs = createJobs((progress) => void told.push(progress))
  await jobs.run(id, undefined, async ({ progress }) => {
    for (let row = 0; row <= 10_000; row += 1) progress('storing', row, 10_000, 'rows')
    progress('writing', 1, undefined, 'blocks')
  })
  expect(told[0]).toEqual({ job: id, step: 'storing', done: 0, total: 10_000, unit: 'rows' })
  expect(told.at(-2)).toMatchObject({ done: 10_000 })
  expect(told.at(-1)).toEqual({ job: id, step: 'writing', done: 1, unit: 'blocks' })
  expect(told.length).toBeLessThan(20)
})

test('a job without a name tells nobody', async () => {
  const jobs = createJobs(() => expect.fail())
  await expect(
    jobs.run(undefined, undefined, async ({ progress }) => progress('reading', 1, 2, 'bytes')),
  ).resolves.toBe(undefined)
})

test('a cancelled job ends as cancelled, however its work puts it', async () => {
  const jobs = createJobs(() => undefined)
  const running = jobs.run(
    id,
    project,
    ({ signal }) =>
      new Promise((_, reject) =>
        signal.addEventListener('abort', () => reject(new Error('stopped in the middle'))),
      ),
  )
  jobs.cancel(id)
  await expect(running).rejects.toMatchObject({ code: 'job-cancelled' })
  jobs.cancel(id)
})

test('closing a project cancels what is under way in it and nothing else', async () => {
  const jobs = createJobs(() => undefined)
  const signals: AbortSignal[] = []
  const running = [project, ProjectId.parse('project-2'), undefined].map((of) =>
    jobs.run(undefined, of, async ({ signal }) => {
      signals.push(signal)
      await Promise.resolve()
    }),
  )
  jobs.cancelAll(project)
  await Promise.all(running)
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, false, false])
})

test('two jobs cannot have one name at a time', async () => {
  const jobs = createJobs(() => undefined)
  const first = jobs.run(id, undefined, () => Promise.resolve(1))
  await expect(jobs.run(id, undefined, () => Promise.resolve(2))).rejects.toMatchObject({
    code: 'input-invalid',
  })
  await expect(first).resolves.toBe(1)
  await expect(jobs.run(id, undefined, () => Promise.resolve(3))).resolves.toBe(3)
})
