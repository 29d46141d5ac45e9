import { describe, expect, it } from '@jest/globals';
import { getMetadataStorage } from 'class-validator';
import { buildSchema, isInterfaceType } from 'graphql';
import { readFileSync } from 'node:fs';
import { accessMatrix } from '../../src/app/access-matrix.js';
import { actionNames } from '../../src/app/action-names.js';
import { openRegistry } from '../../src/app/registry.js';
import { MODEL_STATE_NAMES, RUNNING_STATE_NAMES, SUBJECT_KIND_NAMES } from '../../src/features/models/model.names.js';
import { modelLifecycle, runningLifecycle } from '../../src/features/models/model.lifecycle.js';
import { labelOf, REGISTERING, WAITED_STEPS } from '../../src/features/models/waiting/waited-steps.js';
import { reminders } from '../../src/features/models/waiting/reminders.js';
import { RECOGNITION_LEVEL_NAMES } from '../../src/features/movements/movement.names.js';
import { roundLifecycle } from '../../src/features/evaluations/rounds/appraisal-round.lifecycle.js';
import { proposalLifecycle } from '../../src/features/proposals/proposal.lifecycle.js';
import { figureLifecycle } from '../../src/features/indicators/figure.lifecycle.js';
import { versionLifecycle } from '../../src/features/criteria/version.lifecycle.js';
import { unitEventLifecycle } from '../../src/features/units/unit-event.lifecycle.js';
import { UNIT_KIND_NAMES, UNIT_LINE_NAMES } from '../../src/features/units/unit.names.js';
import { decisionChecks } from '../../src/features/decisions/decision.checks.js';
import { grantChecks } from '../../src/features/accounts/grants/grant.checks.js';
import { modelChecks } from '../../src/features/models/model.checks.js';
import { modelStepChecks } from '../../src/features/models/model-steps.checks.js';
import { movementChecks } from '../../src/features/movements/movement.checks.js';
import { sectorChecks } from '../../src/features/sectors/sector.checks.js';
import { unitChecks } from '../../src/features/units/unit.checks.js';
import { searchChecks } from '../../src/insight/search/search.checks.js';
import { databaseChecks } from '../../src/platform/doctor/database.checks.js';
import { ROLE_NAMES } from '../../src/platform/access/role-names.js';
import { catalogue, errorOf } from '../../src/platform/errors/catalogue.js';
import { TYPE_NAMES } from '../../src/platform/errors/type-names.js';
import { RULES } from '../../src/platform/graphql/input-rules.js';
import type { Bilingual } from '../../src/shared/language.js';
import { date, period } from '../../src/shared/writing.js';
import { SIGN_KINDS } from '../../src/shared/signs.js';
import { faultsOf } from '../support/sentences.js';

/** Errors about a date that was not well written show how it is to be written. */
const SHOW_THE_FORM: ReadonlySet<string> = new Set(['DATE_INVALID']);

/** Every chapter has put its errors into the catalogue once the program that opens the registry is loaded. */
expect(openRegistry).toBeDefined();

describe('every sentence is in one language, without codes and without dates as programs write them', () => {
  it.each([...catalogue()])('%s', (code, definition) => {
    expect(faultsOf(definition, { mayShowDates: SHOW_THE_FORM.has(code) })).toEqual([]);
  });

  it('also once dates stand in it', () => {
    const dated = [...catalogue()].flatMap(([code, { params = {} }]) => {
      const given = Object.entries(params).flatMap(([name, writer]) =>
        (writer as unknown) === date ? [[name, '2025-07-01']] : (writer as unknown) === period ? [[name, '[2025-07-01,2026-01-01)']] : [],
      );
      return given.length === 0 || SHOW_THE_FORM.has(code) ? [] : [errorOf(code, Object.fromEntries(given) as Record<string, string>)];
    });
    expect(dated.length).toBeGreaterThan(20);
    expect(dated.flatMap(({ text }) => faultsOf(text))).toEqual([]);
    expect(dated.filter(({ text }) => !text.vi.includes('1/7/2025') || !text.en.includes('1 July 2025'))).toEqual([]);
  });

  it.each<[string, Readonly<Record<string, Bilingual>>]>([
    ['roles', ROLE_NAMES],
    ['actions', actionNames],
    ['types', TYPE_NAMES],
    ['states of a file', MODEL_STATE_NAMES],
    ['states of a running model', RUNNING_STATE_NAMES],
    ['subjects', SUBJECT_KIND_NAMES],
    ['levels', RECOGNITION_LEVEL_NAMES],
    ['kinds of units', UNIT_KIND_NAMES],
    ['lines', UNIT_LINE_NAMES],
    ['rules of input', RULES],
    ['signs that nobody sees', Object.fromEntries(SIGN_KINDS.map(({ name }, i) => [i, name]))],
    [
      'steps that wait',
      Object.fromEntries([REGISTERING, ...WAITED_STEPS, ...reminders().map(({ step }) => step)].map(step => [step, labelOf(step)])),
    ],
    ...[modelLifecycle, runningLifecycle, unitEventLifecycle, versionLifecycle, roundLifecycle, proposalLifecycle, figureLifecycle].map(
      ({ name, transitions }): [string, Record<string, Bilingual>] => [
        name,
        Object.fromEntries(Object.entries(transitions).map(([action, { label }]) => [action, label])),
      ],
    ),
  ])('the words for %s', (_, words) => expect(Object.values(words).flatMap(said => faultsOf(said))).toEqual([]));
});

it.each([
  ...databaseChecks,
  ...unitChecks,
  ...movementChecks,
  ...sectorChecks,
  ...modelChecks,
  ...modelStepChecks,
  ...decisionChecks,
  ...grantChecks,
  ...searchChecks,
])('what the doctor says of $name is in one language', ({ sentences = [] }) => {
  expect(sentences.flatMap(said => faultsOf(said))).toEqual([]);
});

describe('nothing lacks its words', () => {
  it('no action of the matrix', () => {
    expect(Object.keys(actionNames).toSorted()).toEqual([...new Set(Object.values(accessMatrix).flat())].toSorted());
  });

  it('no type with an id', () => {
    const types = Object.values(buildSchema(readFileSync('schema.gql', 'utf8')).getTypeMap());
    const nodes = types.filter(
      type => 'getInterfaces' in type && !isInterfaceType(type) && type.getInterfaces().some(({ name }) => name === 'Node'),
    );
    expect(nodes.map(({ name }) => name).filter(name => !(name in TYPE_NAMES))).toEqual([]);
    expect([...catalogue()].flatMap(([, { of }]) => of ?? []).filter(name => !(name in TYPE_NAMES))).toEqual([]);
  });

  it('no rule of input', () => {
    const storage = getMetadataStorage() as unknown as { validationMetadatas: Map<unknown, readonly { name?: string; type: string }[]> };
    const names = [...storage.validationMetadatas.values()].flat().map(({ name, type }) => name ?? type);
    const mute = new Set(['conditionalValidation', 'nestedValidation', 'isOptional', 'isSearchText', 'hasPlainSigns']);
    expect([...new Set(names)].filter(name => !mute.has(name) && !(name in RULES))).toEqual([]);
    expect(names).toContain('isWords');
  });
});
