// node scripts/setup.mjs COMMAND [ARGS]: makes sure of the dependencies and of Node 24, then runs the command.
// Plain JavaScript on Node's own modules: it runs where nothing is installed yet, from Node 18 on.
// Prints nothing on stdout, which belongs to the command; what cannot be had ends it with one line.

import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import module from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const NODE_MAJOR = 24

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
/** What each command runs, and what has to be built for it. */
const commands = {
  start: { entry: 'scripts/start.ts', builds: ['renderer'] },
  test: { entry: 'scripts/test.ts', builds: ['renderer', 'desktop'] },
  check: { entry: 'scripts/check.ts', builds: [] },
  dev: { entry: 'scripts/dev.ts', builds: [] },
  recap: { entry: 'electron/hosts/cli/index.ts', builds: [] },
  bench: { entry: 'scripts/bench.ts', builds: ['renderer'] },
  gallery: { entry: 'scripts/gallery.ts', builds: ['renderer'] },
}

function stop(line) {
  process.stderr.write(`Recap: ${line}\n`)
  process.exit(3)
}

/** Installs what package-lock.json says, unless it is installed already: by us (the stamp) or by the user's own npm ci. */
function ensureDependencies() {
  const lock = readFileSync(join(root, 'package-lock.json'))
  const hash = createHash('sha256').update(lock).digest('hex')
  const stamp = join(root, 'node_modules/.recap-dependencies')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  if (!isInstalled(JSON.parse(lock.toString()))) {
    process.stderr.write('Recap: installing dependencies (once; a minute or two)…\n')
    // A closed network is known at once, and npm may still have everything in its cache.
    const unreachable = npm('ping', '--fetch-retries=0', '--fetch-timeout=10000')
    const closed = unreachable !== undefined && /^E(?:NOT|CONN|AI|NET|TIME|SOCKET)|TIMEOUT/.test(unreachable)
    const failure = npm('ci', '--ignore-scripts', '--no-audit', '--no-fund', ...(closed ? ['--offline'] : []))
    if (failure !== undefined) {
      const why = closed ? unreachable : failure
      stop(
        `the dependencies could not be installed (npm: ${why}). Check the network or the registry and run it again.`,
      )
    }
  }
  writeFileSync(stamp, hash)
}

/** Runs npm; gives why it failed, as npm's own code where there is one. */
function npm(...command) {
  // Said outright: under `npm run --silent` npm would keep its reasons to itself.
  const args = [...command, '--loglevel=error']
  const options = { cwd: root, stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' }
  // Run by npm, we know where npm is; run by hand, npm is a command (a script on Windows, so it needs a shell).
  const script = process.env.npm_execpath
  const ran = script?.endsWith('.js')
    ? spawnSync(process.execPath, [script, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
  if (ran.status === 0) return undefined
  return ran.error?.message ?? /^npm error code (\S+)/m.exec(ran.stderr)?.[1] ?? `status ${ran.status}`
}

/** Whether node_modules holds the lock's packages: npm keeps a list of what it put there. */
function isInstalled(lock) {
  try {
    const there = JSON.parse(readFileSync(join(root, 'node_modules/.package-lock.json'), 'utf8')).packages
    return Object.entries(lock.packages).every(
      ([place, wanted]) => place === '' || wanted.optional || there[place]?.version === wanted.version,
    )
  } catch {
    return false
  }
}

/** A Node that runs the project: this one, or the one that the dependencies bring along; none for macOS, so it is asked for. */
function findNode() {
  if (Number.parseInt(process.versions.node, 10) >= NODE_MAJOR) return process.execPath
  const system = process.platform === 'win32' ? 'win' : process.platform
  const brought = join(
    root,
    `node_modules/node-${system}-${process.arch}/bin/node${process.platform === 'win32' ? '.exe' : ''}`,
  )
  if (existsSync(brought)) return brought
  return stop(
    `Node ${NODE_MAJOR} or newer is needed, this is ${process.versions.node}. Install it from https://nodejs.org and run this again.`,
  )
}

function runUnder(node, args) {
  const child = spawn(node, args, { stdio: 'inherit' })
  // Ctrl+C reaches the child by itself; we stay until it has ended.
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  child.on('error', (error) => stop(`${node} does not run: ${error.message}`))
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 3)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}

async function build(names) {
  if (names.length === 0) return
  const { ensureBuilt } = await import('./builds.ts')
  try {
    for (const name of names) await ensureBuilt(name)
  } catch (error) {
    stop(`it could not be built: ${error.message}`)
  }
}

const [command = '', ...args] = process.argv.slice(2)
if (!Object.hasOwn(commands, command)) {
  stop(`no command ${JSON.stringify(command)}: ${Object.keys(commands).join(', ')}`)
}
ensureDependencies()
const node = findNode()
if (node === process.execPath) {
  const entry = join(root, commands[command].entry)
  // Compiled code is kept, so that the next start is faster: here, and in the threads and processes started from here.
  const compiled = join(root, 'node_modules/.cache/node')
  module.enableCompileCache?.(compiled)
  process.env.NODE_COMPILE_CACHE ??= compiled
  await build(command === 'recap' && args[0] === 'serve' ? ['renderer'] : commands[command].builds)
  process.argv = [node, entry, ...args]
  await import(pathToFileURL(entry).href)
} else {
  runUnder(node, [fileURLToPath(import.meta.url), command, ...args])
}
