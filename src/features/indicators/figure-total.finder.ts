import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Rights } from '../../platform/access/rights.js';
import { Database } from '../../platform/database/database.js';
import { sql, type Sql } from '../../platform/database/sql.js';
import { Scopes } from '../../platform/views/scopes.js';
import type { LocalDate } from '../../shared/dates.js';
import { toGlobalId, type Id } from '../../shared/ids.js';
import type { Bilingual, Language } from '../../shared/language.js';
import { hasOnDay, reachBelowUnit, reachOfUnit } from '../units/unit-reach-over-time-sql.js';
import { reachOf, residualOf } from '../units/unit-reach-sql.js';
import { nameOn } from '../units/unit-sql.js';
import { UnitErrors } from '../units/unit.errors.js';
import { chosen, NOTHING, ratioOf, totalOf, type Addend, type Chosen, type Total } from './figure-total.js';
import type { FigureBasis, FigureResidual, FigureTotal, FigureTotalIdentity, FigureTotalRow } from './figure-total.graphql.js';
import { figureView } from './figure.view.js';
import { identityResults } from './identity-sql.js';
import { IndicatorErrors } from './indicator.errors.js';
import { indicatorOn, type DefinedIndicator } from './indicator.store.js';

export interface TotalRequest {
  readonly indicatorId: Id;
  readonly unitId: Id;
  readonly from: LocalDate | null;
  readonly to: LocalDate;
  readonly basis: FigureBasis;
  readonly asOf: LocalDate;
}

interface Found extends Addend {
  readonly unit: string;
  readonly state: string;
  /** The unit directly below through which it is reached; null: it is the unit’s own, or no unit below reaches it. */
  readonly below: Id | null;
  readonly reason: 'DIVIDED' | 'LATER' | null;
}

interface Child {
  readonly id: Id;
  readonly name: string;
}

/** Puts figures together over the units that a unit reaches: what the asker sees of them, by the rule of `figure-total.ts`. */
@Injectable()
export class FigureTotalFinder {
  constructor(
    private readonly db: Database,
    private readonly scopes: Scopes,
    private readonly rights: Rights,
  ) {}

  async read(actor: Actor, request: TotalRequest, language: Language): Promise<FigureTotal> {
    const { indicatorId, unitId, to, basis, asOf } = request;
    const indicator = await this.indicator(indicatorId, to);
    const unit = await this.unitName(request);
    const found = indicator.rollUp === 'RATIO_OF_SUMS' ? [] : await this.figures(actor, request, indicatorId);
    const picked = pickedOf(indicator, found);
    const children = await this.db.rows<Child>(CHILDREN, [unitId, basis === 'RESTATED' ? asOf : to]);
    const total =
      indicator.rollUp === 'RATIO_OF_SUMS' ? await this.ratio(actor, indicator, request) : totalOf(indicator.rollUp, picked.counted);
    const waiting = found.filter(({ state, reason }) => state !== 'APPROVED' && reason === null).length;
    return {
      code: indicator.code,
      indicator: indicator.name,
      measure: indicator.measure,
      unit,
      ...total,
      rows: rowsOf(indicator, children, found, picked, language),
      residuals: residualsOf(found, picked),
      identities: await this.identities(picked.counted.map(({ id }) => id)),
      waiting,
      notes: notesOf(indicator, picked, waiting).map(note => note[language]),
    };
  }

  private async indicator(id: Id, day: LocalDate): Promise<DefinedIndicator> {
    const found = await indicatorOn(this.db.rows, id, day);
    if (!found) throw IndicatorErrors.INDICATOR_NOT_FOUND({ id }).at('indicatorId');
    return found;
  }

  private async unitName({ unitId, basis, asOf, to }: TotalRequest): Promise<string> {
    const day = basis === 'RESTATED' ? asOf : to;
    const [unit] = await this.db.rows<{ name: string; inForce: boolean }>(
      sql`select ${nameOn(sql`u.id`, sql`$2::date`)} as name, u.validity @> $2::date as "inForce" from unit u where u.id = $1::uuid`,
      [unitId, day],
    );
    if (!unit) throw UnitErrors.UNIT_NOT_FOUND({ id: unitId }).at('unitId');
    if (basis === 'RESTATED' && !unit.inForce) throw IndicatorErrors.FIGURE_TOTAL_UNIT_NOT_IN_FORCE({ unit: unit.name, day }).at('unitId');
    return unit.name;
  }

  private async ratio(actor: Actor, indicator: DefinedIndicator, request: TotalRequest): Promise<Total> {
    const total = async (id: Id): Promise<Total> => {
      const part = await this.indicator(id, request.to);
      const { counted } = pickedOf(part, await this.figures(actor, request, id));
      return totalOf(part.rollUp, counted);
    };
    const { numeratorId, denominatorId, decimals, measure } = indicator;
    return ratioOf(await total(numeratorId!), await total(denominatorId!), { percent: measure.includes('%'), decimals });
  }

  /** The figures that the unit reaches, and those connected with it that it cannot answer for. */
  private async figures(actor: Actor, { unitId, from, to, basis, asOf }: TotalRequest, indicatorId: Id): Promise<Found[]> {
    const values: unknown[] = [indicatorId, unitId, from, to, asOf];
    const seen = await this.scopes.visibility(actor, figureView, sql`f`, 6);
    if (seen) values.push(await this.rights.sightOf(actor).unitsOf('registry.read'));
    const restated = basis === 'RESTATED';
    const [unit, day] = [sql`$2::uuid`, sql`$5::date`];
    const isReached = restated ? sql`f.unit_id in ${reachOf(unit, day)}` : hasOnDay(reachOfUnit(unit), sql`f.unit_id`, ON);
    const isBelow = restated ? sql`b.validity @> ${day}` : sql`b.validity @> ${ON}`;
    const below = sql`(select b.top from (${reachBelowUnit(unit, restated ? day : undefined)}) b where b.id = f.unit_id and ${isBelow} order by b.top limit 1)`;
    const residual = restated ? sql`(select r.reason from ${residualOf(unit, day)} r where r.id = f.unit_id limit 1)` : sql`null::text`;
    const text = sql`
      select * from (
        select f.id, f.unit_id as "unitId", f.covers, lower(f.period) as first, ${LAST} as last, f.reading::text as reading, f.qualifier, f.state,
               ${nameOn(sql`f.unit_id`, ON)} as unit, ${isReached} as reached, ${below} as below, ${residual} as reason,
               case f.covers when 'WHOLE' then array(select r.id from ${reachOf(sql`f.unit_id`, ON)} r)::text[] else '{}' end as reaches
          from figure f
         where f.indicator_id = $1 and ($3::date is null or lower(f.period) >= $3::date) and ${LAST} <= $4::date and ${day} is not null
           and ${seen?.condition ?? sql`true`}) found
       where found.reached or found.reason is not null order by found.id`;
    const rows = await this.db.rows<Omit<Found, 'reaches'> & { reached: boolean; reaches: Id[] }>(text, values);
    return rows.map(({ reached, reaches, reason, ...row }) => ({ ...row, reaches: new Set(reaches), reason: reached ? null : reason }));
  }

  private async identities(figureIds: readonly Id[]): Promise<FigureTotalIdentity[]> {
    if (figureIds.length === 0) return [];
    return this.db.rows<FigureTotalIdentity>(
      sql`select r.name, sum(r.residual)::text as residual, count(*)::int as open, count(r.explanation)::int as explained
            from ${identityResults(sql`r`, stated => sql`${stated}.id = any($1::uuid[])`)}
           where r.closes = false and r.residual is not null group by r.name, r.identity_id order by r.name collate vi_natural, r.identity_id`,
      [figureIds],
    );
  }
}

/** The last day of a figure’s period. */
const LAST: Sql = sql`(upper(f.period) - 1)`;

/** The day on which its unit is asked for: the last of the period, or of the unit if that is earlier. */
const ON: Sql = sql`(least(upper(f.period), (select upper(own_unit.validity) from unit own_unit where own_unit.id = f.unit_id)) - 1)`;

const CHILDREN = sql`select s.unit_id as id, ${nameOn(sql`s.unit_id`, sql`$2::date`)} as name from unit_span s join unit u on u.id = s.unit_id and u.line = 'TERRITORY'
  where s.parent_id = $1::uuid and s.validity @> $2::date order by s.name collate vi_natural, s.unit_id`;

const pickedOf = ({ rollUp }: DefinedIndicator, found: readonly Found[]): Chosen<Found> =>
  chosen(
    rollUp,
    found.filter(({ state, reason }) => state === 'APPROVED' && reason === null),
  );

/** A row for every unit directly below, also where nothing was reported, and one for what none of them reaches. */
function rowsOf(
  { rollUp }: DefinedIndicator,
  children: readonly Child[],
  found: readonly Found[],
  { counted, covered }: Chosen<Found>,
  language: Language,
): FigureTotalRow[] {
  const here = found.filter(({ reason }) => reason === null);
  const known = new Set(children.map(({ id }) => id));
  const groups = new Map<Id | null, Found[]>(children.map(({ id }) => [id, []]));
  for (const one of here) {
    const key = one.below !== null && known.has(one.below) ? one.below : null;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups].map(([id, group]) => {
    const own = group.filter(one => counted.includes(one));
    const total = rollUp === 'SUM' || rollUp === 'LAST' ? totalOf(rollUp, own) : NOTHING;
    const names = [...new Set(group.map(({ unit }) => unit))].join(', ');
    return {
      unitId: id && toGlobalId('Unit', id),
      unit: children.find(child => child.id === id)?.name ?? `${REST[language]}: ${names}`,
      ...total,
      counted: own.length,
      covered: group.filter(one => covered.includes(one)).length,
      waiting: group.filter(({ state }) => state !== 'APPROVED').length,
      reported: group.length > 0,
    };
  });
}

const REST: Bilingual = { vi: 'Không thuộc đơn vị nào bên dưới', en: 'Of no unit below' };

const residualsOf = (found: readonly Found[], { overlapping }: Chosen<Found>): FigureResidual[] =>
  found
    .filter(one => one.reason !== null || overlapping.includes(one))
    .map(({ id, unitId, unit, reading, qualifier, reason }) => ({
      unitId: toGlobalId('Unit', unitId),
      unit,
      figureId: toGlobalId('Figure', id),
      reading,
      qualifier,
      reason: reason ?? 'OVERLAPPING',
    }));

function notesOf({ rollUp }: DefinedIndicator, { counted, covered, overlapping }: Chosen<Found>, waiting: number): Bilingual[] {
  const notes: [boolean, Bilingual][] = [
    [
      waiting > 0,
      {
        vi: `${waiting} số liệu chưa duyệt hoặc bị trả lại, không tính vào tổng.`,
        en: `${waiting} figures are not approved and are left out of the total.`,
      },
    ],
    [
      covered.length > 0,
      {
        vi: `${covered.length} số liệu đã nằm trong số chung của đơn vị trên hoặc của kỳ dài hơn, nên không cộng thêm.`,
        en: `${covered.length} figures are contained in one of a unit above or of a longer period, and are not added again.`,
      },
    ],
    [
      overlapping.length > 0,
      {
        vi: `${overlapping.length} số liệu có kỳ chồng lấn một phần, nên không cộng được.`,
        en: `${overlapping.length} figures overlap others in part and cannot be added.`,
      },
    ],
    [
      rollUp === 'NOT_ADDITIVE' && counted.length > 1,
      { vi: 'Chỉ tiêu này không cộng: mỗi đơn vị một số.', en: 'This indicator is not added up: each unit has its own.' },
    ],
    [
      counted.some(({ qualifier }) => qualifier !== 'EXACT'),
      {
        vi: 'Có số liệu “trên” hoặc “khoảng”: tổng không phải số đúng.',
        en: 'Some figures are “at least” or “about”: the total is not exact.',
      },
    ],
  ];
  return notes.flatMap(([holds, note]) => (holds ? [note] : []));
}
