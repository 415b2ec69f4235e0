/** The fences of DESIGN §7: what may import what. `npm run check` runs them. */
module.exports = {
  forbidden: [
    {
      name: 'channels-read-the-log-only',
      comment: 'Site routes and publishers never import entry collections: the release log is all they read.',
      severity: 'error',
      from: { path: '^(app/\\(site\\)|publishers)/' },
      to: { path: '^collections/' },
    },
    {
      name: 'channels-do-not-know-each-other',
      comment: 'What two channels share stands beside them: wording/, html/, http/ and the files of publishers/.',
      severity: 'error',
      from: { path: '^publishers/(site|feed|email)/' },
      to: { path: '^publishers/(site|feed|email)/', pathNot: '^publishers/$1/' },
    },
    {
      name: 'shared-parts-know-no-channel',
      severity: 'error',
      from: { path: '^publishers/', pathNot: '^publishers/(index\\.ts$|(site|feed|email)/)' },
      to: { path: '^publishers/(site|feed|email)/' },
    },
    {
      name: 'editorial-knows-no-channel',
      severity: 'error',
      from: { path: '^editorial/' },
      to: { path: '^(publishers|app|collections|runtime|scripts|database)/' },
    },
    {
      name: 'pure-rules-stay-pure',
      comment: 'Rules without effects import neither Payload nor the web.',
      severity: 'error',
      from: {
        path: '^editorial/(lifecycle|state|gate|policy|requirements|issue|content|prose|lexical-to-prose|revision|changes|version|reading-grade|review-event|release-row|errors|to-release|signature)\\.ts$',
      },
      to: { path: '(node_modules/(payload|@payloadcms|next|react)/|^node:(http|fs|net))' },
    },
    {
      name: 'one-importer-of-nodemailer',
      severity: 'error',
      from: { pathNot: '^(publishers/email/transport\\.ts|tests/|node_modules/)' },
      to: { path: 'node_modules/(@types/)?nodemailer/' },
    },
    {
      name: 'only-release-appends',
      comment: 'Verbs that write to the log do it through release.ts; nobody else needs the gate’s clearance.',
      severity: 'error',
      from: { path: '^(app|collections|publishers|runtime|scripts)/' },
      to: { path: '^editorial/release\\.ts$' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: { path: '^(app|collections|database|editorial|publishers|runtime|scripts)/' },
      to: { circular: true },
    },
    {
      name: 'no-orphan-test-support',
      severity: 'error',
      from: { path: '^(app|collections|database|editorial|publishers|runtime)/' },
      to: { path: '^tests/' },
    },
    {
      name: 'production-uses-no-dev-dependency',
      severity: 'error',
      from: { path: '^(app|collections|database|editorial|publishers|runtime|create-config|env|payload\\.config)' },
      to: { dependencyTypes: ['npm-dev'], pathNot: 'node_modules/@types/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|\\.data|migrations)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
};
