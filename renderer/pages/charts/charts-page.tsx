// The charts of the project, and the builder.

import type { ReactElement } from 'react'
import type { PageProps } from '../../view.ts'

export function ChartsPage({ project }: PageProps): ReactElement {
  return <h1>{project.name}</h1>
}
