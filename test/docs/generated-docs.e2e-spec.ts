import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import {
  buildSchema,
  findBreakingChanges,
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isSpecifiedScalarType,
  lexicographicSortSchema,
  printSchema,
  type GraphQLSchema,
} from 'graphql';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { accessMatrix, accessProse } from '../../src/app/access-matrix.js';
import { registryViews } from '../../src/app/views.js';
import { modelLifecycle, runningLifecycle } from '../../src/features/models/model.lifecycle.js';
import { roundLifecycle } from '../../src/features/evaluations/rounds/appraisal-round.lifecycle.js';
import { proposalLifecycle } from '../../src/features/proposals/proposal.lifecycle.js';
import { figureLifecycle } from '../../src/features/indicators/figure.lifecycle.js';
import { versionLifecycle } from '../../src/features/criteria/version.lifecycle.js';
import { unitEventLifecycle } from '../../src/features/units/unit-event.lifecycle.js';
import { giveAction, isForPeople } from '../../src/platform/access/access-rules.js';
import { ROLES, type Role } from '../../src/platform/access/actor.js';
import { RIGHTS, type RootFieldRights } from '../../src/platform/access/allow.js';
import { catalogue } from '../../src/platform/errors/catalogue.js';
import { REQUEST_ERRORS } from '../../src/platform/graphql/request-errors.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { describedByTerms, glossary } from './glossary.js';

/** `npm run docs` writes what the code says; without it, a file that says otherwise fails the run. */
const update = process.env.UPDATE_DOCS === '1';

let registry: TestRegistry;
let schema: GraphQLSchema;
beforeAll(async () => {
  registry = await openTestRegistry();
  schema = lexicographicSortSchema(registry.registry.app.get(GraphQLSchemaHost).schema);
});
afterAll(() => registry.close());

function compare(file: string, text: string): void {
  if (update) writeFileSync(file, text);
  expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(text);
}

const rootFields = (): [string, RootFieldRights | undefined][] =>
  [schema.getQueryType(), schema.getMutationType()].flatMap(type =>
    Object.values(type!.getFields()).map((field): [string, RootFieldRights | undefined] => [
      `${type!.name}.${field.name}`,
      field.extensions[RIGHTS] as RootFieldRights | undefined,
    ]),
  );

describe('schema.gql', () => {
  it('breaks no client of the committed one', () => {
    const committed = existsSync('schema.gql') ? readFileSync('schema.gql', 'utf8') : '';
    if (committed === '' || update) return;
    expect(findBreakingChanges(buildSchema(committed), schema).map(change => change.description)).toEqual([]);
  });

  it('is what the code says', () => compare('schema.gql', `${printSchema(schema)}\n`));

  it('describes its types and enum values by the terms of the chapters, and the chapters have no term that it lacks', () => {
    const terms = describedByTerms();
    const described = Object.values(schema.getTypeMap())
      .filter(type => !isSpecifiedScalarType(type) && !isIntrospectionType(type) && !isInputObjectType(type))
      .filter(({ name }) => name === 'MutationPayload' || !/(Connection|Edge|Payload)$/.test(name) || terms.has(name))
      .flatMap((type): [string, string | null | undefined][] => [
        [type.name, type.description],
        ...(isEnumType(type) && type.name !== 'ErrorCode'
          ? type
              .getValues()
              .map((value): [string, string | null | undefined] => [
                type.name === 'UploadPurpose' ? value.name : `${type.name}.${value.name}`,
                value.description,
              ])
          : []),
      ]);
    expect(Object.fromEntries(described)).toEqual(Object.fromEntries(terms));
  });
});

describe('rights', () => {
  it('are said on every root field', () => {
    expect(
      rootFields()
        .filter(([, rights]) => !rights)
        .map(([name]) => name),
    ).toEqual([]);
  });

  it('name only actions of the matrix, and the matrix only actions that some field asks for', () => {
    // Which roles one may give is asked beside the right to give at all; some things are seen by a right of their own.
    const seenBy = registryViews.views.flatMap(({ scope }) => (scope.kind === 'units' ? [scope.action] : []));
    const asked = new Set([...rootFields().flatMap(([, rights]) => rights?.action ?? []), ...ROLES.map(giveAction), ...seenBy]);
    expect([...new Set(Object.values(accessMatrix).flat())].toSorted()).toEqual([...asked].toSorted());
  });

  it('to an action are for the whole registry on each of its root fields, or on none: one way round would be enough', () => {
    const widths = new Map<string, Set<boolean>>();
    for (const [, rights] of rootFields()) {
      if (rights?.action) widths.set(rights.action, (widths.get(rights.action) ?? new Set()).add(rights.everywhere === true));
    }
    expect([...widths].filter(([, found]) => found.size > 1).map(([action]) => action)).toEqual([]);
  });

  it('stand in docs/access-matrix.md', () => {
    const roles = ROLES;
    const giving = ROLES.flatMap(role => {
      const given = ROLES.filter(other => accessMatrix[role].includes(giveAction(other)));
      return given.length > 0 ? [`- ${role} gives: ${given.join(', ')}`] : [];
    });
    const rows = rootFields().map(([name, rights]) => {
      const { action, everywhere, publicReason } = rights!;
      const may = (role: Role): boolean => action === undefined || [...accessMatrix.everybody, ...accessMatrix[role]].includes(action);
      const marks = roles.map(role => (may(role) ? '✓' : '–'));
      return `| ${name} | ${action === undefined ? `public: ${publicReason}` : `${action}${everywhere ? ', over the whole registry' : ''}${isForPeople(accessMatrix, action) ? ', people only' : ''}`} | ${marks.join(' | ')} |`;
    });
    compare(
      'docs/access-matrix.md',
      `# Who may do what\n\nWritten by a test from \`src/app/access-matrix.ts\` and the root fields (\`npm run docs\`).\n${accessProse}\n${giving.join('\n')}\n\n| field | action | ${roles.join(' | ')} |\n| --- | --- | ${roles.map(() => '---').join(' | ')} |\n${rows.join('\n')}\n`,
    );
  });
});

it('docs/glossary.md lists the terms of the chapters', () => compare('docs/glossary.md', glossary()));

it('docs/errors.md lists every trouble in both languages', () => {
  const rows = [...catalogue()].map(([code, { category, vi, en }]) => `| \`${code}\` | ${category} | ${vi} | ${en} |`);
  const ofRequests = Object.entries(REQUEST_ERRORS).map(([code, { vi, en }]) => `| \`${code}\` | ${vi} | ${en} |`);
  compare(
    'docs/errors.md',
    `# Errors\n\nWritten by a test from the chapters' catalogues (\`npm run docs\`). \`{…}\` is a value, written for people: a state by its word, a date as 29/11/2026 in Vietnamese and 29 November 2026 in English, a number as 43.479 and 43,479; \`extensions.params\` has the values as programs write them. A sentence is in one language: Vietnamese, or English with \`Accept-Language: en\`; \`extensions.text\` has both. What a person can mend (invalid, conflict) comes as \`userErrors\` of a mutation, a warning as \`warnings\`; the rest as top-level \`errors\`.\n\n| code | category | tiếng Việt | English |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n\n## Of the request itself\n\nCodes of GraphQL, before anything is read or written; the category is invalid and the status 400. The sentence of an error says what exactly is wrong; these are the kinds. Other refusals of a request (no JSON, too large, not signed in, too costly, the database away) are in the table above.\n\n| code | tiếng Việt | English |\n| --- | --- | --- |\n${ofRequests.join('\n')}\n`,
  );
});

it.each<{ name: string; draw: () => string }>([
  unitEventLifecycle,
  modelLifecycle,
  runningLifecycle,
  versionLifecycle,
  roundLifecycle,
  proposalLifecycle,
  figureLifecycle,
])('docs/lifecycles draws each lifecycle', ({ name, draw }) => {
  compare(
    `docs/lifecycles/${name}.md`,
    `# Lifecycle: ${name}\n\nDrawn by a test from the table the service executes (\`npm run docs\`).\n\n\`\`\`mermaid\n${draw()}\n\`\`\`\n`,
  );
});
