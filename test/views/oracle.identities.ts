import { addDays } from '../../src/shared/dates.js';
import { Exact } from '../../src/shared/exact.js';
import { byBytes, byVietnamese, type Shown, type World } from './oracle.chapter.js';
import type { AnyRow, Dated } from './oracle.rows.js';

type DatedRow = AnyRow & Dated;

/** The figures that an identity adds up for a stated one, and how many there should be. */
function partsOf({ all }: World, identity: AnyRow, stated: DatedRow): { readonly expected: number; readonly found: DatedRow[] } {
  const lastOfPeriod = addDays(stated.to!, -1);
  const children = all.spans
    .filter(
      span =>
        span.parent_id === stated.unit_id &&
        (span.from === null || span.from <= lastOfPeriod) &&
        (span.to === null || span.to > lastOfPeriod) &&
        all.units.some(unit => unit.id === span.unit_id && unit.line === 'TERRITORY'),
    )
    .map(({ unit_id }) => [identity.total_id, unit_id]);
  const parts = all.identityParts.filter(one => one.identity_id === identity.id).map(one => [one.indicator_id, stated.unit_id]);
  const wanted = identity.kind === 'CHILDREN_PARENT' ? children : parts;
  const found = wanted.flatMap(([indicatorId, unitId]) =>
    all.figures.filter(
      one =>
        one.state !== 'RETURNED' &&
        one.indicator_id === indicatorId &&
        one.unit_id === unitId &&
        one.covers === stated.covers &&
        one.id !== stated.id &&
        (identity.kind === 'CLOSE_OPEN' ? one.to === stated.from : one.starts === stated.starts && one.ends === stated.ends),
    ),
  );
  const missing = wanted.filter(([indicatorId, unitId]) => !found.some(one => one.indicator_id === indicatorId && one.unit_id === unitId));
  return { expected: found.length + missing.length, found };
}

function closesAt(kind: string, stated: DatedRow, sum: Exact, found: readonly DatedRow[]): boolean | null {
  const is = (qualifier: string): boolean => found.some(one => one.qualifier === qualifier);
  if (stated.qualifier === 'ABOUT' || is('ABOUT')) return null;
  const order = sum.compare(Exact.read(stated.reading));
  if (kind === 'NOT_MORE') return order > 0 ? (stated.qualifier === 'AT_LEAST' ? null : false) : is('AT_LEAST') ? null : true;
  if (stated.qualifier === 'AT_LEAST') return is('AT_LEAST') ? null : order >= 0;
  return is('AT_LEAST') ? (order > 0 ? false : null) : order === 0;
}

/** What identities leave open at the seen figures that are kept. Random figures are whole numbers, and no share is among them. */
export function resultsAt(world: World, keeps: (figure: DatedRow) => boolean): Shown[] {
  return world.all.identities
    .flatMap(identity =>
      world.rows.figures
        .filter(one => one.indicator_id === identity.total_id && one.state !== 'RETURNED' && keeps(one))
        .filter(one => identity.kind !== 'CHILDREN_PARENT' || one.covers === 'WHOLE')
        .flatMap(stated => {
          const { expected, found } = partsOf(world, identity, stated);
          if (found.length === 0) return [];
          const sum = Exact.sum(found.map(({ reading }) => Exact.read(reading)));
          const rest = Exact.read(stated.reading).minus(sum);
          const residual = (identity.kind === 'NOT_MORE' ? Exact.least(rest, Exact.ZERO) : rest).toString();
          const explained = world.all.explanations.find(
            one => one.identity_id === identity.id && one.figure_id === stated.id && one.residual === residual,
          );
          const row = {
            ...stated,
            id: `${identity.id}${stated.id}`,
            name: identity.name,
            identity_id: identity.id,
            stated: stated.reading,
            computed: sum.toString(),
            residual,
            closes: found.length < expected ? null : closesAt(identity.kind, stated, sum, found),
            missing: expected - found.length,
            approved: [stated, ...found].every(({ state }) => state === 'APPROVED'),
            explanation: explained?.text ?? null,
          };
          return [{ type: 'IdentityResult', row, day: world.today }];
        }),
    )
    .toSorted((a, b) => byVietnamese(a.row.name, b.row.name) || byBytes(a.row.id, b.row.id));
}
