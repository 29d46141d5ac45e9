import type { TestRegistry } from './test-registry.js';
import { connect } from './test-server.js';

const APPLY = `mutation ($input: ApplyUnitEventInput!) { applyUnitEvent(input: $input) {
  unitEvent { id version effective act { number } state summary { effect count } actions { name allowed blockedBy { code message } } }
  userErrors { code field message } } }`;

export interface UnitEventResult {
  readonly unitEvent: { id: string; version: number; state: string; summary: { effect: string; count: number }[]; actions: any[] } | null;
  readonly userErrors: { code: string; field: string[]; message: string }[];
}

/** Creates and looks up units by the ordinary mutations and queries. */
export function givenUnits(registry: () => TestRegistry): {
  apply(input: Record<string, unknown>): Promise<UnitEventResult>;
  establish(input: Record<string, unknown>, effective?: string | null): Promise<string>;
  find(name: string, asOf?: string): Promise<string>;
  /** Every row of the tables of units, as PostgreSQL prints it. */
  rows(): Promise<string>;
} {
  const apply = async (input: Record<string, unknown>): Promise<UnitEventResult> =>
    (await registry().as.administrator.get(APPLY, { input })).applyUnitEvent;
  const find = async (name: string, asOf?: string): Promise<string> => {
    const { units } = await registry().as.reader.get(
      `query ($text: String, $asOf: LocalDate) { units(filter: { text: $text }, asOf: $asOf, first: 100) { nodes { id name } } }`,
      { text: name, asOf },
    );
    return units.nodes.find((unit: { name: string }) => unit.name === name)?.id;
  };
  return {
    apply,
    find,
    async rows() {
      const client = await connect(registry().database.where);
      try {
        const { rows: found } = await client.query(
          `select 'unit' as t, to_jsonb(u)::text as row from unit u union all select 'span', to_jsonb(s)::text from unit_span s
           union all select 'succession', to_jsonb(c)::text from unit_succession c order by 1, 2`,
        );
        return JSON.stringify(found);
      } finally {
        await client.end();
      }
    },
    async establish(input, effective = '2000-01-01') {
      // Tests name units by their kind (“Xã 1”) or all alike; the registry asks about both, and here both are meant.
      const changes = [{ establish: { line: 'TERRITORY', kind: 'XA', mark: 'new', ...input } }];
      const { userErrors } = await apply({ effective, changes, confirmed: ['#new'] });
      if (userErrors.length > 0) throw new Error(JSON.stringify(userErrors));
      return find(input.name as string, '2001-01-01');
    },
  };
}
