import { writeFile } from 'node:fs/promises';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { Kind, validate, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { StartupError } from '../../platform/errors/startup-error.js';
import { Gate } from '../../platform/graphql/gate.plugin.js';
import { documentId, documentsAt, type DocumentFile, type Manifest } from '../../platform/views/document-files.js';
import { withRegistry, type Command } from './command.js';

const USAGE = 'documents build THƯ-MỤC [--out TỆP.json]';

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
    if (problems.length > 0) return { output: problems.join('\n'), failed: true };
    const manifest = `${JSON.stringify(manifestOf(documents), null, 2)}\n`;
    if (typeof out !== 'string') return { output: manifest.trimEnd() };
    await writeFile(out, manifest);
    print(`${documents.length} câu hỏi / documents.`);
    return { output: out };
  },
};

function problemsOf({ name, document }: DocumentFile, schema: GraphQLSchema, gate: Gate): string[] {
  const wrong = validate(schema, document).map(({ message }) => message);
  if (wrong.length > 0) return wrong.map(message => `${name}: ${message}`);
  const [operation, ...more] = document.definitions.filter(definition => definition.kind === Kind.OPERATION_DEFINITION);
  if (!operation?.name || more.length > 0) return [`${name}: cần đúng một thao tác có tên / needs exactly one named operation`];
  return gate.refusalsOf(schema, document, operation).map(({ text }) => `${name}: ${text.vi} / ${text.en}`);
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
