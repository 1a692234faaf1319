// Recap in a terminal: `recap COMMAND …`. Ends with 0 done, 2 refused, 3 internal; one line on stderr says why.
// Everything it can do is in program.ts. Scripts depend on what it prints with --json.

import { runTerminal } from './program.ts'

// Whoever reads us may stop reading: `recap query … | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

process.exitCode = await runTerminal(process.argv.slice(2))
