// Reads the `.graphql` files of `src`, checks them against schema.gql and writes, in `generated/`, one TypeScript file for each of them: the
// types of its operations and their ids. The texts themselves go to the server (`documentsOf`, in build.mjs) and not to the browser.
// Also the words of the schema for each value of an enum that the client shows.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Kind, buildSchema, parse, print, validate, visit } from 'graphql';
import { SchemaTypes } from './schema-types.mjs';
import { termsOf } from './terms.mjs';

const web = dirname(dirname(fileURLToPath(import.meta.url)));
const NOTE = '// Written by scripts/documents.mjs. Do not edit.\n';

const idOf = body => createHash('sha256').update(body).digest('hex');

/** The names of the fragments that a definition uses, also through others. */
function fragmentsOf(definition, all, found = new Set()) {
  visit(definition, {
    FragmentSpread({ name: { value } }) {
      if (found.has(value)) return;
      found.add(value);
      if (all.has(value)) fragmentsOf(all.get(value), all, found);
    },
  });
  return found;
}

/** @returns the schema, and each `.graphql` file with its operations: `{ file, operations: [{ id, name, type, body, definition }] }`. */
export function readDocuments() {
  const schema = buildSchema(readFileSync(join(web, '..', 'schema.gql'), 'utf8'));
  const files = readdirSync(join(web, 'src'), { recursive: true })
    .filter(file => file.endsWith('.graphql'))
    .toSorted();
  const parsed = files.map(file => ({ file, document: parse(readFileSync(join(web, 'src', file), 'utf8'), { noLocation: true }) }));
  const definitions = parsed.flatMap(({ document }) => document.definitions);
  const fragments = new Map(definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION).map(node => [node.name.value, node]));
  const used = new Set();
  const documents = parsed.map(({ file, document }) => ({
    file,
    operations: document.definitions
      .filter(({ kind }) => kind === Kind.OPERATION_DEFINITION)
      .map(definition => {
        const names = [...fragmentsOf(definition, fragments)].toSorted();
        for (const name of names) used.add(name);
        const whole = { kind: Kind.DOCUMENT, definitions: [definition, ...names.flatMap(name => fragments.get(name) ?? [])] };
        const [wrong] = validate(schema, whole);
        if (wrong) throw new Error(`web/src/${file}, ${definition.name?.value}: ${wrong.message}`);
        const body = print(whole);
        return { id: idOf(body), name: definition.name.value, type: definition.operation, body, definition, whole };
      }),
  }));
  const unused = [...fragments.keys()].filter(name => !used.has(name));
  if (unused.length > 0) throw new Error(`No operation uses the fragment ${unused.join(', ')}.`);
  const fragmentsOfFile = new Map(
    parsed.map(({ file, document }) => [file, document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION)]),
  );
  return { schema, documents, fragments, fragmentsOfFile };
}

export function writeDocuments({ schema, documents, fragments, fragmentsOfFile }) {
  const folder = join(web, 'generated');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const types = new SchemaTypes(schema, fragments);
  const seen = new Set();
  for (const { file, operations } of documents) {
    const name = basename(file, '.graphql');
    if (seen.has(name)) throw new Error(`Two files are called ${name}.graphql.`);
    seen.add(name);
    const own = fragmentsOfFile.get(file) ?? [];
    const parts = [
      ...own.map(
        node => `export type ${node.name.value} = ${types.object(schema.getType(node.typeCondition.name.value), [node.selectionSet])};`,
      ),
      ...operations.map(({ id, name: operation, type, definition }) => {
        const root = type === 'query' ? schema.getQueryType() : schema.getMutationType();
        return [
          `export type ${operation}Data = ${types.object(root, [definition.selectionSet])};`,
          `export type ${operation}Variables = ${types.variables(definition.variableDefinitions ?? [])};`,
          `export const ${operation} = document<${operation}Data, ${operation}Variables>('${id}');`,
        ].join('\n');
      }),
    ];
    const body = parts.join('\n\n');
    const needs = operations.length > 0 ? "import { document } from '../src/api/document.js';\n" : '';
    writeFileSync(
      join(folder, `${name}.ts`),
      `${NOTE}${needs}import type * as Schema from './schema.js';\n\n${body}\n\nexport type { Schema };\n`,
    );
  }
  writeFileSync(join(folder, 'schema.ts'), `${NOTE}${types.declarations()}`);
  for (const [name, terms] of Object.entries(termsOf(types.enums()))) writeFileSync(join(folder, `${name}.ts`), `${NOTE}${terms}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeDocuments(readDocuments());
