// Who may import whom. The reason of each rule is its comment and is printed when it is broken.
// Type imports count. `npm run check` also makes sure that every source file was really looked at.

const steps = '^electron/(import|store|export)/'
const pureSteps = '^shared/(metrics|charts|report|check)/'
const npm = (...names) => `(^|/)node_modules/(${names.join('|')})/`

/** A package with one owner. */
const owned = (name, owner, ...packages) => ({
  name: `${name}-has-one-owner`,
  comment: `${packages.join(', ')}: one folder owns it, so that it can be replaced in one place.`,
  severity: 'error',
  from: { path: '^(shared|electron|renderer)/', pathNot: owner },
  to: { path: npm(...packages) },
})

export default {
  forbidden: [
    {
      name: 'shared-stands-alone',
      comment:
        'shared is true everywhere: screen, terminal, tests. It imports shared and zod; no Node, no DOM, no React.',
      severity: 'error',
      from: { path: '^shared/' },
      to: { pathNot: `^shared/|${npm('zod')}` },
    },
    {
      name: 'pure-steps-meet-in-data',
      comment:
        'metrics, charts, report and check never import one another: they meet in shared/model and shared/numbers, so each is tested with data alone.',
      severity: 'error',
      from: { path: pureSteps },
      to: { path: pureSteps, pathNot: '^shared/$1/' },
    },
    {
      name: 'nouns-know-no-steps',
      comment:
        'Model, numbers, text and the contract lie below the steps; a noun that calls a step is a cycle.',
      severity: 'error',
      from: { path: '^shared/', pathNot: pureSteps },
      to: { path: pureSteps },
    },
    {
      name: 'pure-steps-have-a-front',
      comment: 'A step is entered through its index.ts; all else in it is private and may change.',
      severity: 'error',
      from: { path: '^(shared|electron|renderer)/', pathNot: pureSteps },
      to: { path: pureSteps, pathNot: '^shared/[^/]+/index\\.ts$' },
    },
    {
      name: 'steps-have-a-front',
      comment: 'A step is entered through its index.ts; all else in it is private and may change.',
      severity: 'error',
      from: { path: '^(shared|electron|renderer)/', pathNot: steps },
      to: { path: steps, pathNot: '^electron/[^/]+/index\\.ts$' },
    },
    {
      name: 'steps-never-meet',
      comment: 'Reading, keeping and printing never import one another: electron/recap.ts connects them.',
      severity: 'error',
      from: { path: steps },
      to: { path: steps, pathNot: '^electron/$1/' },
    },
    {
      name: 'steps-know-no-host',
      comment:
        'A step knows its own folder, shared and what it asks of a host (electron/platform.ts, as types). Never the engine, never a host.',
      severity: 'error',
      from: { path: steps },
      to: { path: '^(electron|renderer|scripts|tests)/', pathNot: [steps, '^electron/platform\\.ts$'] },
    },
    {
      name: 'platform-as-types',
      comment: 'A step is told what the platform is; it does not fetch it.',
      severity: 'error',
      from: { path: steps },
      to: { path: '^electron/platform\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-the-engine-connects-steps',
      comment:
        'electron/recap.ts is the one door: a host or a screen that calls a step goes round the contract.',
      severity: 'error',
      from: { path: '^(shared|electron|renderer)/', pathNot: [steps, '^electron/recap\\.ts$'] },
      to: { path: steps },
    },
    {
      name: 'the-engine-knows-no-host',
      comment: 'What the engine asks of a host is electron/platform.ts.',
      severity: 'error',
      from: { path: '^electron/[^/]+\\.ts$', pathNot: '^electron/(main|preload)\\.ts$' },
      to: { path: '^electron/(hosts/|main\\.ts|preload\\.ts)' },
    },
    {
      name: 'hosts-import-the-door',
      comment:
        'A host imports the engine, the platform, shared and what hosts have in common; nothing behind the door.',
      severity: 'error',
      from: { path: '^electron/(hosts/|main\\.ts$|preload\\.ts$)' },
      to: {
        path: '^(electron|renderer|scripts|tests)/',
        pathNot: '^electron/(hosts/|recap\\.ts$|platform\\.ts$)',
      },
    },
    {
      name: 'hosts-never-meet',
      comment:
        'What two hosts need lies in electron/hosts itself. Only the terminal may start another host: `serve`.',
      severity: 'error',
      from: { path: '^electron/hosts/(desktop|web|cli)/' },
      to: {
        path: '^electron/hosts/(desktop|web|cli)/',
        pathNot: ['^electron/hosts/$1/', '^electron/hosts/web/index\\.ts$'],
      },
    },
    {
      name: 'no-web-host-in-the-desktop',
      comment: 'The desktop has no socket: it never starts the web host.',
      severity: 'error',
      from: { path: '^electron/(hosts/desktop/|main\\.ts$|preload\\.ts$)' },
      to: { path: '^electron/hosts/(web|cli)/' },
    },
    {
      name: 'electron-stays-in-the-desktop',
      comment: 'Everything else also runs where there is no Electron.',
      severity: 'error',
      from: {
        path: '^(shared|electron|renderer|scripts)/',
        pathNot: '^electron/(hosts/desktop/|main\\.ts$|preload\\.ts$)',
      },
      to: { path: npm('electron') },
    },
    {
      name: 'the-bridge-never-grows',
      comment: 'The preload runs in the sandbox, beside the page: electron, and types of shared.',
      severity: 'error',
      from: { path: '^electron/preload\\.ts$' },
      to: { pathNot: [npm('electron'), '^shared/'] },
    },
    {
      name: 'the-bridge-takes-types-only',
      comment: 'The preload is one small file: of shared it needs only types.',
      severity: 'error',
      from: { path: '^electron/preload\\.ts$' },
      to: { path: '^shared/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'renderer-lives-in-a-browser',
      comment:
        'The screens talk to the world only through renderer/api.ts; they know shared and nothing else of ours.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^(electron|scripts|tests)/' },
    },
    {
      name: 'renderer-has-no-node',
      comment: 'There is no Node in a browser, and none in our sandboxed window.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'pages-never-meet',
      comment: 'A screen that imports a screen grows into one screen: what two need is a component.',
      severity: 'error',
      from: { path: '^renderer/pages/([^/]+)/' },
      to: { path: '^renderer/pages/', pathNot: '^renderer/pages/$1/' },
    },
    {
      name: 'components-are-leaves',
      comment: 'A component is given what it shows: it knows no page and asks no engine.',
      severity: 'error',
      from: { path: '^renderer/components/' },
      to: { path: '^renderer/(pages/|api\\.ts$|app\\.tsx$|main\\.tsx$)' },
    },
    {
      name: 'renderer-takes-the-contract-as-types',
      comment: 'Schemas and zod would be half of the first load; the engine checks what it is sent.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: `^shared/contract\\.ts$|${npm('zod')}`, dependencyTypesNot: ['type-only'] },
    },
    owned('sqlite', '^electron/store/', 'better-sqlite3', '@types/better-sqlite3'),
    owned('reading-files', '^electron/import/', 'yauzl', 'saxes', 'hyparquet', '@types/yauzl'),
    owned('docx', '^electron/export/docx/', 'docx'),
    owned('pptx', '^electron/export/pptx/', 'pptxgenjs'),
    owned('pictures', '^electron/export/picture/', '@resvg/resvg-js'),
    owned('echarts', '^(renderer/components/chart/|electron/export/picture/)', 'echarts'),
    owned('commander', '^electron/hosts/cli/', 'commander'),
    owned('zod', '^shared/', 'zod'),
    owned('ag-grid', '^renderer/', 'ag-grid-community', 'ag-grid-react'),
    {
      name: 'shipped-code-has-shipped-packages',
      comment:
        'A package used by the engine or a host is a dependency, or it is missing where the app is installed.',
      severity: 'error',
      from: { path: '^(shared|electron)/' },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: [npm('electron'), npm('@types/[^/]+')],
      },
    },
    {
      name: 'packages-are-declared',
      comment: 'A package that is not in package.json is there by luck.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'source-knows-no-tests',
      comment: 'What is shipped imports neither tests nor scripts.',
      severity: 'error',
      from: { path: '^(shared|electron|renderer)/' },
      to: { path: '^(tests|scripts)/' },
    },
    {
      name: 'no-cycles',
      comment: 'Two modules that need each other are one module, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'everything-resolves',
      comment: 'An import that leads nowhere also escapes every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
}
