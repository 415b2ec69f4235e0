/** The fences of docs/architecture.md, by folder: what may import what. `npm run check` runs them. */
const OURS =
  '^(admin|app|collections|database|editorial|migrations|model|publishers|release-log|runtime|scripts|tests)/';
const ROOT = '^(create-config|env|policy|payload\\.config|instrumentation|payload-types)\\.ts$';

/** What a folder may import of ours; the rest of ours is forbidden. Packages are another matter. */
const mayImport = (name, folder, allowed, comment) => [
  {
    name,
    comment,
    severity: 'error',
    from: { path: `^${folder}/` },
    to: { path: OURS, pathNot: `^(${[folder, ...allowed].join('|')})/` },
  },
  { name: `${name}-nor-the-root`, comment, severity: 'error', from: { path: `^${folder}/` }, to: { path: ROOT } },
];

/** A folder of publishers/ is a channel, unless it is one of those that channels share. */
const CHANNEL = '^publishers/(?!changes/|html/|http/|wording/)([^/]+)/';

module.exports = {
  forbidden: [
    ...mayImport('model-stands-alone', 'model', [], 'What everything shares and nothing may bend.'),
    ...mayImport('database-stands-low', 'database', ['migrations', 'model'], 'Adapters and transactions know no rule.'),
    ...mayImport('release-log-imports-the-model', 'release-log', ['model', 'database'], 'The heart knows no verb.'),
    ...mayImport('rules-import-the-model-alone', 'editorial/rules', ['model'], 'Pure: no Payload, no web, no log.'),
    ...mayImport('editorial-knows-no-channel', 'editorial', ['model', 'release-log', 'database'], 'Rules and verbs.'),
    ...mayImport(
      'channels-read-the-log-only',
      'publishers',
      ['model', 'release-log'],
      'The release log is all that a channel reads: neither entry collections nor editorial records.',
    ),
    ...mayImport(
      'site-routes-read-the-log-only',
      'app/\\(site\\)',
      ['model', 'release-log', 'publishers', 'runtime'],
      'A route parses the request and asks the channel that declares the path.',
    ),
    {
      name: 'channels-do-not-know-each-other',
      comment:
        'What two channels share stands beside them: wording/, changes/, html/, http/ and the files of publishers/. A preview draws with all of them, and none knows it.',
      severity: 'error',
      from: { path: CHANNEL, pathNot: '^publishers/preview/' },
      to: { path: CHANNEL, pathNot: '^publishers/$1/' },
    },
    {
      name: 'shared-parts-know-no-channel',
      severity: 'error',
      from: { path: '^publishers/', pathNot: ['^publishers/index\\.ts$', CHANNEL] },
      to: { path: CHANNEL },
    },
    {
      name: 'pure-parts-stay-pure',
      comment: 'The model and the rules have no effects.',
      severity: 'error',
      from: { path: '^(model|editorial/rules)/' },
      to: { path: '(node_modules/(payload|@payloadcms|next|react)/|^node:(http|fs|net))' },
    },
    {
      name: 'one-importer-of-nodemailer',
      severity: 'error',
      from: { pathNot: '^(publishers/email/transport/|scripts/bench/bare-pool\\.ts$|tests/|node_modules/)' },
      to: { path: 'node_modules/(@types/)?nodemailer/' },
    },
    {
      name: 'only-verbs-append',
      comment: 'The log is appended to by verbs, which asked the gate; benchmarks and seeds use the same function.',
      severity: 'error',
      from: { path: '^(app|admin|collections|publishers|runtime|editorial/(rules|records))/' },
      to: { path: '^release-log/append-row\\.ts$' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: { path: OURS },
      to: { circular: true },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { pathNot: '^tests/' },
      to: { path: '^tests/' },
    },
    {
      name: 'production-uses-no-dev-dependency',
      comment: 'Of types alone nothing is left when it runs: schema-dts has nothing else.',
      severity: 'error',
      from: { pathNot: '^(tests/|scripts/|node_modules/|vitest\\.config)' },
      to: { dependencyTypes: ['npm-dev'], pathNot: 'node_modules/(@types|schema-dts)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|\\.data)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
};
