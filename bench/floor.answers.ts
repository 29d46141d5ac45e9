import { fullName, type UnitKind } from '../src/features/units/unit-kinds.js';
import { dayInVietnam } from '../src/shared/dates.js';
import { foldText } from '../src/shared/text.js';
import { readCursor, writeCursor } from './floor.cursor.js';
import { DETAIL, RANKING, byStates, byText, newest, ofUnit } from './floor.statements.js';

type Row = readonly unknown[];
/** Without a name the statement is planned anew. */
export type Ask = (name: string | undefined, text: string, values: readonly unknown[]) => Promise<Row[]>;
type Answer = (ask: Ask, variables: Readonly<Record<string, string>>) => Promise<string>;

const PAGE = 50;
const NEWEST = 'EmulationModel.ATTESTED_ON_DESC';
const TITLE = 'EmulationModel.TITLE';

const today = (): string => dayInVietnam(new Date());
const globalId = (id: unknown): string => Buffer.from(`EmulationModel:${String(id)}`).toString('base64url');
const rowId = (id: string): string => Buffer.from(id, 'base64url').toString('latin1').split(':')[1]!;
const text = (value: unknown): string => (value === null ? 'null' : JSON.stringify(value));

function line([id, code, title, state, on, kind, name, sector, children]: Row): string {
  return (
    `{"id":"${globalId(id)}","code":${text(code)},"title":${text(title)},"state":${text(state)},` +
    `"unit":{"fullName":${JSON.stringify(fullName(kind as UnitKind, name as string))}},"sector":${sector === null ? 'null' : `{"name":${text(sector)}}`},` +
    `"latestStep":${state === null ? 'null' : `{"to":"${String(state)}","on":"${String(on)}"}`},"childCount":${String(children)}}`
  );
}

/** The line of a list that shows what came of the models. */
function resultLine([id, code, title, state, found, kind, name, sector, commendations, , final, grade]: Row): string {
  return (
    `{"id":"${globalId(id)}","code":${text(code)},"title":${text(title)},"state":${text(state)},` +
    `"unit":{"fullName":${JSON.stringify(fullName(kind as UnitKind, name as string))}},"sector":${sector === null ? 'null' : `{"name":${text(sector)}}`},` +
    `"latestEvaluation":${found === null ? 'null' : `{"final":${text(final)},"gradeCode":${text(grade)}}`},"commendations":{"totalCount":${String(commendations)}}}`
  );
}

const KEY = 9;

function page(rows: readonly Row[], order: string, lineOf = line): string {
  let nodes = '';
  const shown = Math.min(rows.length, PAGE);
  for (let i = 0; i < shown; i++) nodes += (i === 0 ? '' : ',') + lineOf(rows[i]!);
  const last = rows[shown - 1];
  const cursor = last ? `"${writeCursor(order, last[KEY] as string, last[0] as string)}"` : 'null';
  return `{"models":{"nodes":[${nodes}],"pageInfo":{"hasNextPage":${rows.length > PAGE},"endCursor":${cursor}}}}`;
}

const unitPage =
  (order: string, by: 'attested_on' | 'title', shows: 'steps' | 'results'): Answer =>
  async (ask, { unitId, after }) => {
    const values = [rowId(unitId!), today(), ...(after ? readCursor(after) : [])];
    const name = `${by}${after ? ' after' : ''}`;
    return page(await ask(name, ofUnit(by, Boolean(after), shows), values), order, shows === 'results' ? resultLine : line);
  };

/** Every question of the bench, by the name of its document. */
export const ANSWERS: Readonly<Record<string, Answer>> = {
  list: unitPage(NEWEST, 'attested_on', 'results'),
  'by-title': unitPage(TITLE, 'title', 'steps'),
  search: async (ask, variables) => page(await ask(undefined, byText, [`%${foldText(variables.text!)}%`, today()]), NEWEST),
  states: async (ask, { state }) => page(await ask('states', byStates, [state, today()]), NEWEST),
  newest: async ask => `{"models":{"nodes":[${(await ask('newest', newest, [today()])).map(row => line(row)).join(',')}]}}`,
  ranking: async (ask, variables) => {
    const rows = await ask('ranking', RANKING, [rowId(variables.id!), today()]);
    const nodes = rows.slice(0, PAGE).map(([, number, rank, final, kind, name]) => {
      const unit = `{"fullName":${JSON.stringify(fullName(kind as UnitKind, name as string))}}`;
      return `{"number":${String(number)},"rank":${String(rank)},"final":${text(final)},"unit":${unit}}`;
    });
    const ranking = `{"nodes":[${nodes.join(',')}],"pageInfo":{"hasNextPage":${rows.length > PAGE}}}`;
    return `{"appraisalRound":{"name":${text(rows[0]![0])},"ranking":${ranking}}}`;
  },
  detail: async (ask, variables) => {
    const id = rowId(variables.id!);
    const [model] = await ask('detail', DETAIL, [id, today()]);
    const [code, title, state, running, kind, name, sector, steps, children] = model!;
    return (
      `{"model":{"id":"${globalId(id)}","code":${text(code)},"title":${text(title)},"state":${text(state)},"running":${text(running)},` +
      `"unit":{"fullName":${JSON.stringify(fullName(kind as UnitKind, name as string))}},"sector":${sector === null ? 'null' : `{"name":${text(sector)}}`},` +
      `"steps":${String(steps)},"children":{"nodes":${String(children)}}}}`
    );
  },
};
