// npm run check

import { checkAll } from './checks.ts'

process.exitCode = (await checkAll()) ? 0 : 1
