import { writeFile } from 'node:fs/promises';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { Kind, validate, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { StartupError } from '../../platform/errors/startup-error.js';
import { Gate } from '../../platform/graphql/gate.plugin.js';
import { documentId, documentsAt, type DocumentFile, type Manifest } from '../../platform/views/document-files.js';
import { bothOf } from '../../platform/graphql/graphql-sentences.js';
import { inEach, joined, type Bilingual } from '../../shared/language.js';
import { withRegistry, type Command } from './command.js';

const USAGE = { vi: 'documents build THƯ-MỤC [--out TỆP.json]', en: 'documents build FOLDER [--out FILE.json]' };

/** Checks every document in a folder as the server would, and builds the manifest for TRUSTED_DOCUMENTS and for clients. */
export const documentsBuild: Command = {
  name: 'documents build',
  usage: USAGE,
  summary: {
    vi: 'Kiểm tra các tệp .graphql và lập bản kê câu hỏi tin cậy',
    en: 'Checks .graphql files and makes the manifest of trusted documents',
  },
  options: { out: { type: 'string' } },
  files: 1,
  async run({ settings, files: [folder], options: { out }, print }) {
    const documents = documentsAt(folder!);
    if (documents.length === 0) throw nothingIn(folder!);
    const problems = await withRegistry(settings, ({ app }) => {
      const { schema } = app.get(GraphQLSchemaHost);
      return Promise.resolve(documents.flatMap(document => problemsOf(document, schema, app.get(Gate))));
    });
    if (problems.length > 0) return { output: joined(problems, '\n'), failed: true };
    const manifest = `${JSON.stringify(manifestOf(documents), null, 2)}\n`;
    if (typeof out !== 'string') return { output: inEach(manifest.trimEnd()) };
    await writeFile(out, manifest);
    print({ vi: `${documents.length} câu hỏi.`, en: `${documents.length} documents.` });
    return { output: inEach(out) };
  },
};

function problemsOf({ name, document }: DocumentFile, schema: GraphQLSchema, gate: Gate): Bilingual[] {
  const named = ({ vi, en }: Bilingual): Bilingual => ({ vi: `${name}: ${vi}`, en: `${name}: ${en}` });
  const wrong = validate(schema, document).map(({ message }) => bothOf(message));
  if (wrong.length > 0) return wrong.map(named);
  const [operation, ...more] = document.definitions.filter(definition => definition.kind === Kind.OPERATION_DEFINITION);
  if (!operation?.name || more.length > 0) return [named({ vi: 'cần đúng một thao tác có tên', en: 'needs exactly one named operation' })];
  return gate.refusalsOf(schema, document, operation).map(({ text }) => named(text));
}

const manifestOf = (documents: readonly DocumentFile[]): Manifest => ({
  format: 'apollo-persisted-query-manifest',
  version: 1,
  operations: documents.map(({ body, document }) => {
    const operation = document.definitions.find((definition): definition is OperationDefinitionNode => 'operation' in definition)!;
    return { id: documentId(body), name: operation.name!.value, type: operation.operation, body };
  }),
});

const nothingIn = (folder: string): StartupError =>
  new StartupError(`Không có tệp .graphql nào trong “${folder}”.`, `There is no .graphql file in “${folder}”.`);
