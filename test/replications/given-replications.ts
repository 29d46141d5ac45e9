import type { Asker, TestRegistry } from '../support/test-registry.js';

/** Codes and places of what was refused. */
export type Refused = [code: string, field: string][];

/** Replications, plans, answers and inspections by the ordinary commands, as somebody with every role unless another is named. */
export const givenReplications = (registry: () => TestRegistry) => {
  const send = async (name: string, input: object, fields = '', by: Asker = registry().as.everyRole): Promise<any> => {
    const type = name.startsWith('remove') ? 'RemoveRecordInput' : `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} userErrors { code field message } } }`;
    return (await by.get(document, { input }))[name];
  };
  const refused = async (name: string, input: object, by?: Asker): Promise<Refused> =>
    (await send(name, input, '', by)).userErrors.map(({ code, field }: any) => [code, field.slice(1).join('.')]);
  const made = async (name: string, input: object, shown: string): Promise<string> => {
    const answer = await send(name, input, `${shown} { id }`);
    if (answer.userErrors.length > 0) throw new Error(JSON.stringify(answer.userErrors));
    return answer[shown].id;
  };
  const versionOf = async (type: string, id: string): Promise<number> =>
    (await registry().as.everyRole.get(`query ($id: ID!) { node(id: $id) { ... on ${type} { version } } }`, { id })).node.version;
  return {
    send,
    refused,
    made,
    versionOf,
    record: (originId: string, copyId: string, more: object = {}): Promise<string> =>
      made('recordReplication', { originId, copyId, ...more }, 'replication'),
    move: async (id: string, originId: string): Promise<Refused> =>
      refused('correctReplicationOrigin', { id, expectedVersion: await versionOf('Replication', id), reason: 'Đính chính', originId }),
    correct: async (id: string, change: object): Promise<Refused> =>
      refused('correctReplication', { id, expectedVersion: await versionOf('Replication', id), reason: 'Đính chính', ...change }),
    remove: async (type: string, id: string): Promise<Refused> => {
      const name = `remove${type}`;
      return refused(name, { id, expectedVersion: await versionOf(type, id), reason: 'Nhập nhầm' });
    },
    /** The replication by which a model copies another. */
    edgeOf: async (copyId: string, fields = 'id declared', by: Asker = registry().as.reader): Promise<any> =>
      (
        await by.get(`query ($copyId: ID!) { replications(filter: { copyId: $copyId }) { nodes { ${fields} } } }`, {
          copyId,
        })
      ).replications.nodes[0],
    /** What is shown of a model. */
    model: async (id: string, fields: string, by: Asker = registry().as.reader, asOf?: string): Promise<any> =>
      (await by.get(`query ($id: ID!, $asOf: LocalDate) { model(id: $id, asOf: $asOf) { ${fields} } }`, { id, asOf })).model,
    edit: async (id: string, change: object): Promise<Refused> =>
      refused('editModel', { id, expectedVersion: await versionOf('EmulationModel', id), reason: 'Đính chính', ...change }),
  };
};
