import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as commands from '../../src/app/commands/units.commands.js';
import { UNIT_KINDS, kindFacts, type UnitKind } from '../../src/features/units/unit-kinds.js';
import { readSettings } from '../../src/platform/config/settings.js';
import { catalogue } from '../../src/platform/errors/catalogue.js';
import { givenFiles } from '../files/given-files.js';
import { csvFile } from '../support/generated-country.js';
import type { TestRegistry } from '../support/test-registry.js';
import { urlOf } from '../support/test-server.js';
import { DAY, rowId, type UnitState, type World } from './unit-world.js';

export const COMMANDS = Object.values(commands);

interface ListOf {
  readonly world: World;
  /** The state of one more row, or of the row of the unit. */
  readonly wrong?: UnitState;
  readonly subject?: string | undefined;
  readonly confirm: boolean;
  /** A unit that is left out, and passes as a whole to another. */
  readonly passing?: { readonly from: string; readonly to: string };
}

interface Recorded {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly parent: string | null;
}

const full = (kind: UnitKind, name: string): string => `${kindFacts(kind).label} ${name}`;
/** `full` words of the kind as lists have them: there are two kinds with the word “Thành phố”. */
const typeOf = (kind: UnitKind): string => (kind === 'THANH_PHO_TW' ? 'Thành phố Trung ương' : UNIT_KINDS[kind].label);

/** The administrative units of the world in force on the day. */
const recorded = ({ rows, province }: World): Promise<Recorded[]> =>
  rows<Recorded>(
    `with recursive tree (id) as (
       select $1::uuid union select s.unit_id from tree join unit_span s on s.parent_id = tree.id and s.validity @> $2::date)
     select s.unit_id as id, s.code, s.name, s.kind, (select p.code from unit_span p where p.unit_id = s.parent_id and p.validity @> $2::date) as parent
       from tree join unit_span s on s.unit_id = tree.id and s.validity @> $2::date order by s.parent_id nulls first`,
    [rowId(province), DAY],
  );

/** Imports lists and reorganises by them, as a client of the API or by the command line. Each answers the codes of the problems. */
export function givenLists(registry: () => TestRegistry) {
  const files = givenFiles(registry);

  async function listOf({
    world,
    wrong,
    subject,
    passing,
  }: ListOf): Promise<{ units: object[]; successions: object[]; codes: Map<string, string> }> {
    const known = await recorded(world);
    const codes = new Map(known.map(({ id, code }) => [id, code]));
    const listed = known.filter(({ id }) => ![subject, passing?.from].some(other => other && rowId(other) === id));
    const units = listed.map(({ code, name, kind, parent }) => ({
      code,
      name: full(kind, name),
      type: typeOf(kind),
      parent_code: parent ?? '',
    }));
    if (wrong) {
      const parent_code = wrong.parentId === null ? '' : codes.get(rowId(wrong.parentId))!;
      units.push({ code: wrong.code, name: full(wrong.kind, wrong.name), type: typeOf(wrong.kind), parent_code });
    }
    const rowOf = (from: string, to: string): object => {
      const [old, next] = [from, to].map(id => known.find(unit => unit.id === rowId(id))!) as [Recorded, Recorded];
      return {
        old_code: old.code,
        old_name: full(old.kind, old.name),
        new_code: next.code,
        new_name: full(next.kind, next.name),
        extent: 'full',
      };
    };
    // Two units that become one end both, and a new one has the code and the name of the one.
    const passed = passing ? [rowOf(passing.from, passing.to), rowOf(passing.to, passing.to)] : [];
    const successions = [rowOf(world.province, world.province), ...passed];
    return { units, successions, codes };
  }

  async function byApi(mutation: string, given: ListOf): Promise<string[]> {
    const { units, successions } = await listOf(given);
    const upload = (name: string, rows: object[]): Promise<string> => files.upload('UNIT_LIST', null, name, csvFile(name, rows).content);
    const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
    const input = {
      date: DAY,
      apply: true,
      unitsFileId: await upload('units.csv', units),
      ...(mutation === 'reorganiseUnitsByLists' && { successionsFileId: await upload('successions.csv', successions) }),
      ...(given.confirm && given.wrong && { confirmedCodes: [given.wrong.code] }),
    };
    const answer = await registry().as.everyRole.get(
      `mutation ($input: ${type}!) { ${mutation}(input: $input) { report { problems { code } } userErrors { code } } }`,
      { input },
    );
    const { report, userErrors } = answer[mutation];
    return [...userErrors, ...(report?.problems ?? [])].map(({ code }: { code: string }) => code);
  }

  async function byCommand(name: string, given: ListOf): Promise<string[]> {
    const { units, successions } = await listOf(given);
    const folder = await mkdtemp(join(tmpdir(), 'dvk-lists-'));
    try {
      const [list, passing] = [join(folder, 'units.csv'), join(folder, 'successions.csv')];
      await writeFile(list, csvFile('units.csv', units).content);
      await writeFile(passing, csvFile('successions.csv', successions).content);
      const printed: string[] = [];
      const command = COMMANDS.find(one => one.name === name)!;
      const paths = name === 'units reorganise' ? { units: list, successions: passing } : {};
      await command.run({
        settings: { ...readSettings({}), databaseUrl: urlOf(registry().database.where), allowUnsafeFsync: true },
        options: { date: DAY, ...paths, ...(given.confirm && { confirm: given.wrong!.code }) },
        files: name === 'units reorganise' ? [] : [list],
        print: ({ vi }) => printed.push(vi),
      });
      return codesIn(printed.join('\n').split('\n'));
    } finally {
      await rm(folder, { recursive: true });
    }
  }

  return { byApi, byCommand };
}

/** The command line prints sentences: the codes of the errors whose sentences are among the lines of what is to be corrected. */
function codesIn(lines: readonly string[]): string[] {
  const start = lines.findIndex(line => line.startsWith('Cần sửa'));
  if (start === -1) return [];
  const sentences = [...catalogue()].map(
    ([code, { vi }]) => [code, new RegExp(`  ${vi.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&').replaceAll(/\{\w+\}/g, '.*')}$`)] as const,
  );
  return lines.slice(start + 1).map(line => sentences.find(([, sentence]) => sentence.test(line))?.[0] ?? line);
}
