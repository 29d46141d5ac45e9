// The house as data: `npm run architecture` refuses every import that the tables below do not allow. docs/architecture.md tells why.

const DOORS = '^src/(main|cli)\\.ts$';

/** From the top down: a layer imports itself and what stands below it. */
const LAYERS = ['main.ts|cli.ts', 'app/', 'exchange/', 'insight/', 'features/', 'platform/', 'shared/'];

/** Which other chapters a chapter may import. A question that must go up is a port: declared below, answered above. */
export const CHAPTERS = {
  units: [],
  sectors: [],
  calendar: [],
  documents: ['units'],
  people: ['units'],
  accounts: ['units', 'people'],
  decisions: ['units', 'people', 'documents'],
  movements: ['units', 'sectors', 'calendar', 'documents'],
  criteria: ['sectors', 'units', 'documents'],
  models: ['movements', 'units', 'sectors', 'people', 'documents', 'decisions'],
  replications: ['models', 'movements', 'decisions', 'units', 'documents'],
  councils: ['units', 'people', 'documents'],
  evaluations: ['models', 'movements', 'criteria', 'councils', 'people', 'units', 'sectors', 'documents', 'calendar'],
  commendations: ['models', 'movements', 'sectors', 'evaluations', 'councils', 'decisions', 'calendar', 'people', 'units', 'documents'],
  proposals: ['commendations', 'models', 'sectors', 'evaluations', 'councils', 'decisions', 'calendar', 'people', 'units', 'documents'],
  indicators: ['units', 'sectors', 'models', 'documents'],
  reviews: ['movements', 'units', 'sectors', 'models', 'replications', 'evaluations', 'commendations', 'indicators', 'documents'],
  notifications: ['accounts'],
  'audit-log': ['accounts', 'units'],
};

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
const libraries = (...names) => `(^|node_modules/)(${names.join('|')})(/|$)`;

const layers = LAYERS.slice(1).map((layer, above) => {
  const higher = LAYERS.slice(0, above + 1).join('|');
  return rule(`${layer.slice(0, -1)}-imports-only-down`, 'No arrow goes up.', { path: `^src/${layer}` }, { path: `^src/(${higher})` });
});

const chapters = Object.entries(CHAPTERS).map(([chapter, others]) => {
  const allowed = [chapter, ...others].join('|');
  return rule(
    `${chapter}-imports-only-its-chapters`,
    'The table of chapters does not allow it.',
    { path: `^src/features/${chapter}/` },
    { path: '^src/features/', pathNot: `^src/features/(${allowed})/` },
  );
});

/** The web client, from the top down; a feature imports no other feature. */
const WEB_LAYERS = ['main.tsx', 'app/', 'features/', 'parts/', 'ui/', 'api/|texts/'];
const webLayers = WEB_LAYERS.slice(1).map((layer, above) =>
  rule(
    `web-${layer.split('/')[0]}-imports-only-down`,
    'No arrow goes up.',
    { path: `^web/src/(${layer})` },
    { path: `^web/src/(${WEB_LAYERS.slice(0, above + 1).join('|')})` },
  ),
);

export default {
  forbidden: [
    ...layers,
    ...webLayers,
    rule(
      'web-features-stand-alone',
      'What two pages of the client need is in parts/.',
      { path: '^web/src/features/([^/]+)/' },
      { path: '^web/src/features/', pathNot: '^web/src/features/$1/' },
    ),
    rule('the-client-knows-the-api-alone', 'It is a client like any other.', { path: '^web/' }, { path: '^src/' }),
    rule('clients-know-the-api-alone', 'Programs install them without the server.', { path: '^clients/' }, { path: '^(src|web|test)/' }),
    rule('the-server-runs-without-the-client', 'It serves what is built.', { path: '^src/' }, { path: '^(web|clients)/' }),
    ...chapters,
    rule(
      'every-chapter-stands-in-the-table',
      'A new chapter is first entered in the table of chapters.',
      {},
      { path: '^src/features/', pathNot: `^src/features/(${Object.keys(CHAPTERS).join('|')})/` },
    ),
    rule('no-circle', 'It is one thing in two files, or a question that wants a port. Imports of types count.', {}, { circular: true }),
    rule(
      'shared-is-pure',
      'What is shared runs anywhere: in a migration, in a worker, in a browser.',
      { path: '^src/shared/', pathNot: '\\.spec\\.ts$' },
      { path: libraries('@nestjs', 'typeorm', 'pg', 'graphql', '@apollo') },
    ),
    rule(
      'errors-are-plain',
      'An error does not know how it is shown: one place at the edge maps it.',
      { path: '^src/platform/errors/|\\.errors\\.ts$' },
      { path: `${libraries('@nestjs', 'typeorm', 'graphql', '@apollo')}|^src/platform/graphql/` },
    ),
    rule('no-barrel', 'It hides who needs what, and makes circles. Import the file that has it.', {}, { path: '/index\\.ts$' }),
    rule(
      'only-modules-name-resolvers',
      'A resolver is the edge of its chapter.',
      { pathNot: '\\.module\\.ts$' },
      { path: '\\.resolver\\.ts$' },
    ),
    rule(
      'resolvers-stand-in-their-own-module',
      'A resolver is the edge of its chapter.',
      { path: '^(.+)/[^/]+\\.module\\.ts$' },
      { path: '\\.resolver\\.ts$', pathNot: '^$1/' },
    ),
    rule(
      'entities-are-private',
      'A table is written by its own chapter; others ask its reader or its service.',
      { path: '^src/(main|cli|[^/]+/[^/]+)', pathNot: '^src/app/schema\\.ts$' },
      { path: '\\.entity\\.ts$', pathNot: '^src/$1/' },
    ),
    rule('nothing-needs-the-tests', 'What runs must run without them.', {}, { path: '^test/' }),
    rule(
      'no-dead-file',
      'Neither the server nor the command line comes by here.',
      { path: DOORS },
      { path: '^src/', pathNot: [DOORS, '\\.(spec|d)\\.ts$'], reachable: false },
    ),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true, // so that imports of types count
    doNotFollow: { path: 'node_modules' },
  },
};
