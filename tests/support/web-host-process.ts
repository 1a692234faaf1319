// The web host as a process of its own, to be killed: tells its address to the process that started it.

import { serveWeb } from '../../electron/hosts/web/index.ts'

const { url } = await serveWeb()
process.send?.(url)
