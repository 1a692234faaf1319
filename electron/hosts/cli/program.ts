// The command line: which commands and options there are, their help, and how a failure ends. The one place of this
// host that catches.

import { Command, CommanderError, Option } from 'commander'
import manifest from '../../../package.json' with { type: 'json' }
import { RecapError } from '../../../shared/errors.ts'
import { Language } from '../../../shared/model/language.ts'
import { dataFolders } from '../folders.ts'
import { createLog } from '../log.ts'
import * as commands from './commands.ts'
import { type Terminal, createTerminal, failureLine, messageLanguage } from './terminal.ts'

/** Runs one command and gives its exit status: 0 done, 2 refused, 3 internal. */
export async function runTerminal(args: readonly string[]): Promise<number> {
  const terminal = createTerminal(messageLanguage(args, process.env), args.includes('--json'))
  try {
    return await parse(terminal, args)
  } catch (error) {
    terminal.clear()
    const { code, detail } = failureOf(error, terminal)
    process.stderr.write(`${failureLine(terminal.language, code, detail)}\n`)
    return code === 'internal' ? 3 : 2
  }
}

function failureOf(error: unknown, terminal: Terminal): RecapError {
  if (error instanceof RecapError) return error
  if (error instanceof CommanderError) return wrongUsage(error, terminal)
  const id = Math.random().toString(36).slice(2, 8)
  logInternal(id, error)
  return new RecapError('internal', String(error), { id })
}

function logInternal(id: string, error: unknown): void {
  try {
    const log = createLog(dataFolders().dataFolder, 'cli')
    log({
      level: 'error',
      event: 'command-failed',
      id,
      error: error instanceof Error ? error.stack : String(error),
    })
  } catch {
    // No folder to write to; the line on stderr is all there is.
  }
}

async function parse(terminal: Terminal, args: readonly string[]): Promise<number> {
  let status = 0
  const program = programOf(terminal, (ended) => {
    status = ended
  })
  try {
    await program.parseAsync([...(args.length === 0 ? ['--help'] : args)], { from: 'user' })
  } catch (error) {
    // Help and version come this way too.
    if (!(error instanceof CommanderError) || error.exitCode !== 0) throw error
  }
  return status
}

function programOf(terminal: Terminal, end: (status: number) => void): Command {
  const { words } = terminal
  const { options, headings } = words

  const titles: Readonly<Record<string, string>> = {
    'Usage:': headings.usage,
    'Arguments:': headings.arguments,
    'Options:': headings.options,
    'Commands:': headings.commands,
  }

  // Commands take these over from the program.
  const program = new Command('recap')
    .description(words.about)
    .version(manifest.version, '-V, --version', options.version)
    .helpOption('-h, --help', options.help)
    .helpCommand(false)
    .configureHelp({
      styleTitle: (title) => titles[title] ?? title,
      // Without commander's English for choices and defaults.
      optionDescription: ({ description }) => description,
    })
    .configureOutput({ writeErr: () => undefined })
    .exitOverride()

  const add = (name: keyof typeof words.commands, usage: string): Command =>
    program
      .command(`${name} ${usage}`.trim())
      .description(words.commands[name])
      .option('--json', options.json)

  const language = (text: string): Option => new Option('--lang <language>', text).choices(Language.options)
  const template = (): Option => new Option('--template <name>', options.template).makeOptionMandatory()
  const collect = (value: string, previous: string[]): string[] => [...previous, value]
  const several = (flags: string, text: string): Option =>
    new Option(flags, text).default([], '').argParser(collect)
  const done = (running: Promise<number>): Promise<void> => running.then(end)

  add('inspect', '<files...>')
    .option('--raw', options.raw)
    .option('--sheet <sheet>', options.sheet)
    .option('--encoding <label>', options.encoding)
    .addOption(language(options.language))
    .action((files: string[], given: commands.Options) => done(commands.inspect(terminal, given, files)))
  add('new', '<project>')
    .addOption(template())
    .addOption(language(options.projectLanguage))
    .action((path: string, given: commands.Options) => done(commands.newProject(terminal, given, path)))
  add('import', '<project> <files...>')
    .option('--encoding <label>', options.encoding)
    .addOption(language(options.language))
    .action((path: string, files: string[], given: commands.Options) =>
      done(commands.importFiles(terminal, given, path, files)),
    )
  add('query', '<project>')
    .requiredOption('--table <table>', options.table)
    .addOption(several('--by <column>', options.by))
    .addOption(several('--agg <function>', options.agg))
    .addOption(language(options.language))
    .action((path: string, given: commands.Options) => done(commands.query(terminal, given, path)))
  add('figures', '<project>')
    .addOption(language(options.language))
    .action((path: string, given: commands.Options) => done(commands.figures(terminal, given, path)))
  add('draft', '<project>')
    .addOption(language(options.language))
    .action((path: string, given: commands.Options) => done(commands.draft(terminal, given, path)))
  add('export', '<project>')
    .requiredOption('--to <files...>', options.to)
    .option('--style <style>', options.style)
    .addOption(new Option('--template-docx <file>').hideHelp())
    .addOption(language(options.language))
    .action((path: string, given: commands.Options) => done(commands.exportReport(terminal, given, path)))
  add('build', '')
    .addOption(template())
    .requiredOption('--data <files...>', options.data)
    .option('--encoding <label>', options.encoding)
    .requiredOption('--to <files...>', options.to)
    .option('--keep <project>', options.keep)
    .addOption(language(options.projectLanguage))
    .action((given: commands.Options) => done(commands.build(terminal, given)))
  add('serve', '[project]')
    .option('--port <number>', options.port)
    .option('--no-open', options.open)
    .addOption(language(options.language))
    .action((path: string | undefined, given: commands.Options) =>
      done(commands.serve(terminal, given, path)),
    )
  add('doctor', '[project]')
    .addOption(language(options.language))
    .action((path: string | undefined, given: commands.Options) =>
      done(commands.doctor(terminal, given, path)),
    )

  for (const name of ['check', 'refresh', 'rollup']) {
    program
      .command(`${name} [arguments...]`, { hidden: true })
      .allowUnknownOption()
      .action(() => {
        throw new RecapError('not-yet-available', name, { what: name })
      })
  }
  return program
}

/** Commander's own sentences are English; the thing that is meant stands in them in quotes. */
function wrongUsage({ code, message }: CommanderError, { words }: Terminal): RecapError {
  const what = /'([^']*)'/.exec(message)?.[1] ?? ''
  const sentences: Readonly<Record<string, string>> = {
    'commander.unknownCommand': words.usage.unknownCommand(what),
    'commander.unknownOption': words.usage.unknownOption(what),
    'commander.missingArgument': words.usage.missingArgument(what),
    'commander.missingMandatoryOptionValue': words.usage.missingOption(what),
    'commander.optionMissingArgument': words.usage.missingValue(what),
    'commander.excessArguments': words.usage.tooMany,
    'commander.invalidArgument': words.usage.invalidValue(
      what,
      /argument '([^']*)' is invalid/.exec(message)?.[1] ?? '',
    ),
  }
  return new RecapError('usage-wrong', message, { message: sentences[code] ?? message })
}
