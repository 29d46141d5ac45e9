import { invariant, type InvariantCheck } from '../../platform/doctor/invariant-check.js';
import type { Bilingual } from '../../shared/language.js';
import { unitRuleChecks } from './unit-rules.checks.js';
import { asGiven, period } from '../../shared/writing.js';

/** The unit’s latest name, for a finding. */
export const latestName = (id: string): string =>
  `coalesce((select named.name from unit_span named where named.unit_id = ${id} order by named.validity desc limit 1), ${id}::text)`;

const UNDO: Bilingual = {
  vi: 'Hãy tìm biến động đã ghi sai (unitEvents của đơn vị), hoàn tác rồi nhập lại; nếu ghi không qua hệ thống thì khôi phục từ bản sao lưu.',
  en: 'Find the event that entered it (unitEvents of the unit), undo it and enter it again; if it was written past the registry, restore a backup.',
};

const noCycle = invariant('units.noCircle', {
  broken: `
    with recursive step (unit_id, place_id, validity) as materialized (
      select s.unit_id, p.place_id, s.validity from unit_span s cross join lateral (values (s.parent_id), (s.territory_id)) p (place_id)
       where p.place_id is not null),
    above (start_id, unit_id, shared) as (
      select s.unit_id, s.place_id, s.validity from step s
      union
      select a.start_id, s.place_id, a.shared * s.validity
        from above a join step s on s.unit_id = a.unit_id and s.validity && a.shared where a.unit_id <> a.start_id)
    select ${latestName('a.start_id')} as unit, min(a.shared::text) as days from above a where a.unit_id = a.start_id group by a.start_id`,
  describe: {
    params: { unit: asGiven, days: period },
    vi: 'Đơn vị “{unit}” trực thuộc chính nó ({days})',
    en: 'The unit “{unit}” is a unit above itself ({days})',
  },
  remedy: UNDO,
});

const noOverlap = invariant('units.noOverlap', {
  broken: `
    select ${latestName('o.unit_id')} as unit, o.days from (
      select unit_id, validity::text as days,
             lower(validity) < max(coalesce(upper(validity), 'infinity')) over (partition by unit_id order by lower(validity) nulls first, id
                                                                                rows between unbounded preceding and 1 preceding)
             or (lower_inf(validity) and row_number() over (partition by unit_id order by lower(validity) nulls first, id) > 1) as wrong
        from unit_span) o where o.wrong`,
  describe: {
    params: { unit: asGiven, days: period },
    vi: 'Đơn vị “{unit}” có hai tên hoặc hai nơi trực thuộc cùng lúc ({days})',
    en: 'The unit “{unit}” has two names or places at the same time ({days})',
  },
  remedy: UNDO,
});

const withinLife = invariant('units.withinLife', {
  broken: `
    select ${latestName('s.unit_id')} as unit, s.validity::text as days from unit_span s join unit u on u.id = s.unit_id where not u.validity @> s.validity
    union all
    select u.id::text, u.validity::text from unit u where not exists (select from unit_span s where s.unit_id = u.id)`,
  describe: {
    params: { unit: asGiven, days: period },
    vi: 'Đơn vị “{unit}” có tên ngoài thời gian tồn tại, hoặc không có tên ({days})',
    en: 'The unit “{unit}” has a name beyond its life, or none at all ({days})',
  },
  remedy: UNDO,
});

const placeInForce = invariant('units.placeInForce', {
  broken: `
    select ${latestName('s.unit_id')} as unit, ${latestName('p.id')} as place, s.validity::text as days
      from unit_span s
      cross join lateral (values (s.parent_id, false), (s.territory_id, true)) g (id, is_territory)
      join unit p on p.id = g.id join unit u on u.id = s.unit_id
     where not p.validity @> s.validity or p.line <> case when g.is_territory then 'TERRITORY' else u.line end`,
  describe: {
    params: { unit: asGiven, place: asGiven, days: period },
    vi: '“{unit}” trực thuộc “{place}” khi nơi đó không tồn tại hoặc khác hệ thống ({days})',
    en: '“{unit}” belongs to “{place}”, which is not in force then or is of another line ({days})',
  },
  remedy: UNDO,
});

const codeOnce = invariant('units.codeOnce', {
  broken: `
    select a.code, (a.validity * b.validity)::text as days from unit_span a
      join unit_span b on b.code = a.code and b.validity && a.validity and b.id > a.id`,
  describe: {
    params: { code: asGiven, days: period },
    vi: 'Mã {code} được dùng cho hai đơn vị cùng lúc ({days})',
    en: 'The code {code} is that of two units at the same time ({days})',
  },
  remedy: UNDO,
});

const successionConsistent = invariant('units.successionCloses', {
  broken: `
    with recursive chain (start_id, id) as (
      select predecessor_id, successor_id from unit_succession where whole
      union
      select c.start_id, s.successor_id from chain c join unit_succession s on s.predecessor_id = c.id and s.whole where c.id <> c.start_id)
    select ${latestName('start_id')} as unit from chain where id = start_id
    union all
    select ${latestName('predecessor_id')} from unit_succession group by predecessor_id having count(*) > 1 and bool_or(whole)
    union all
    select ${latestName('u.id')} from unit_succession s join unit u on u.id = s.predecessor_id where s.whole and upper_inf(u.validity)
    union all
    select ${latestName('s.predecessor_id')} from unit_succession s join unit u on u.id = s.successor_id
     where s.effective is not null and not u.validity @> s.effective_on`,
  describe: {
    params: { unit: asGiven },
    vi: 'Kế thừa của “{unit}” không khớp: quay vòng, vừa toàn bộ vừa từng phần, chuyển sang đơn vị không tồn tại ngày đó, hoặc đơn vị được kế thừa toàn bộ mà vẫn tồn tại',
    en: 'The succession of “{unit}” does not fit: a circle, whole and in parts at once, to a unit that was not in force on the day, or wholly succeeded and still in force',
  },
  remedy: UNDO,
});

const placesKept = invariant('units.placesKept', {
  broken: `
    with computed as materialized (select * from unit_places_of(array(select id from unit)))
    select distinct ${latestName('d.unit_id')} as unit from (
      (select * from unit_place except select * from computed) union all (select * from computed except select * from unit_place)) d`,
  describe: {
    params: { unit: asGiven },
    vi: 'Nơi quy về đã lưu của “{unit}” không khớp với lịch sử đơn vị, nên danh sách và quyền theo đơn vị có thể sai',
    en: 'The stored places of “{unit}” differ from the history of the units, so lists and rights by unit may be wrong',
  },
  remedy: {
    vi: 'Bảng unit_place đã bị sửa không qua hệ thống: hãy khôi phục từ bản sao lưu.',
    en: 'The table unit_place was changed past the registry: restore a backup.',
  },
});

export const unitChecks: readonly InvariantCheck[] = [
  noCycle,
  noOverlap,
  withinLife,
  placeInForce,
  codeOnce,
  successionConsistent,
  ...unitRuleChecks,
  placesKept,
];
