import { Injectable } from '@nestjs/common';
import { Lists, type Page, type ListQuery } from '../../platform/graphql/connection.js';
import { idOf } from '../../platform/graphql/node.js';
import type { LocalDate } from '../../shared/dates.js';
import { containing } from '../../shared/text.js';
import { subtreeOn } from './unit-sql.js';
import type { Unit, UnitFilter, UnitOrder, UnitPageArgs } from './unit.graphql.js';
import { toUnit, unitColumns, type UnitRecord } from './units.reader.js';

const NAME = { by: 's.name collate vi_natural', type: 'text' } as const;
const CODE = { by: `coalesce(s.code, '')`, type: 'text' } as const;

const ORDERS: Readonly<Record<UnitOrder, ListQuery['order']>> = {
  NAME: { name: 'unit.NAME', ...NAME, descending: false },
  NAME_DESC: { name: 'unit.NAME_DESC', ...NAME, descending: true },
  CODE: { name: 'unit.CODE', ...CODE, descending: false },
  CODE_DESC: { name: 'unit.CODE_DESC', ...CODE, descending: true },
};

/** Units in force on a day. A list costs one statement, whatever it holds. */
@Injectable()
export class UnitsList {
  constructor(private readonly lists: Lists) {}

  page(filter: UnitFilter, asOf: LocalDate, args: UnitPageArgs): Promise<Page<Unit>> {
    const values: unknown[] = [asOf];
    const bind = (value: unknown): string => `$${values.push(value)}`;
    const where = ['s.validity @> $1::date'];
    if (filter.text) where.push(`s.folded like ${bind(containing(filter.text))}`);
    if (filter.unitId) where.push(`u.id in ${subtreeOn(bind(idOf('Unit', filter.unitId, 'filter', 'unitId')), '$1')}`);
    if (filter.parentId) {
      const parent = bind(idOf('Unit', filter.parentId, 'filter', 'parentId'));
      where.push(`${parent}::uuid in (s.parent_id, s.territory_id)`);
    }
    if (filter.kind) where.push(`s.kind = any(${bind(filter.kind)})`);
    if (filter.line) where.push(`u.line = any(${bind(filter.line)})`);
    if (filter.code) where.push(`s.code = ${bind(filter.code)}`);
    return this.lists.page<UnitRecord, Unit>(
      {
        from: 'unit_span s join unit u on u.id = s.unit_id',
        where,
        values,
        columns: unitColumns('$1'),
        order: ORDERS[args.orderBy],
        id: 'u.id',
      },
      args,
      toUnit,
    );
  }
}
