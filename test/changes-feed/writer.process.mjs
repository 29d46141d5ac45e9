// Writes models and decisions until it is killed: records, corrects and removes.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

const { REGISTRY_URL, REGISTRY_TOKEN, UNIT_ID } = process.env;

async function run(name, type, input, fields) {
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} userErrors { code message } } }`;
  const response = await fetch(`${REGISTRY_URL}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${REGISTRY_TOKEN}` },
    body: JSON.stringify({ query, variables: { input } }),
  });
  const { data, errors } = await response.json();
  if (response.status === 429 || response.status === 503) return undefined;
  if (errors || data[name].userErrors.length > 0) throw new Error(JSON.stringify(errors ?? data[name].userErrors));
  return data[name];
}

for (let i = 0; ; i++) {
  await pause(20);
  const key = randomUUID();
  const past = { unitId: UNIT_ID, subjectKind: 'COLLECTIVE', attestedOn: '2022-10-13', source: 'Sổ', idempotencyKey: `${key}-model` };
  await run('recordPast', 'RecordPastInput', { title: `Mô hình ${key}`, ...past }, 'model { id }');
  const decision = {
    kind: 'DECISION',
    number: key.slice(0, 20),
    issuedOn: '2022-10-13',
    issuerId: UNIT_ID,
    abstract: 'Quyết định',
    idempotencyKey: `${key}-decision`,
  };
  const made = await run('recordDecision', 'RecordDecisionInput', decision, 'decision { id }');
  if (!made) continue;
  const seen = { id: made.decision.id, expectedVersion: 1, reason: 'Kiểm thử' };
  if (i % 3 === 1) await run('correctDecision', 'CorrectDecisionInput', { ...seen, number: `S${key.slice(0, 19)}` }, 'decision { id }');
  if (i % 3 === 2) await run('removeDecision', 'RemoveRecordInput', seen, 'removedId');
}
