import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { Unit, type UnitData } from '#documents/units';
import addresses from '../../api/addresses.json';
import { useDay } from '../../api/day.js';
import { dayText, numberText, partialText } from '../../api/format.js';
import { useMay } from '../../api/me.context.js';
import { useRead } from '../../api/read.js';
import { useWords } from '../../texts/texts.context.js';
import { Badge } from '../../ui/badge.js';
import { DataTable } from '../../ui/data-table.js';
import { To } from '../../ui/link.js';
import { Facts, Page, Part } from '../../ui/page.js';
import { NotFound, Reading } from '../../ui/states.js';
import { ServedPart } from './served.part.js';

type ShownUnit = NonNullable<UnitData['unit']>;

export function UnitPage(): ReactNode {
  const { id = '' } = useParams();
  const read = useRead(Unit, { id, asOf: useDay() });
  return <Reading of={read}>{({ unit }) => (unit ? <Whole unit={unit} /> : <NotFound />)}</Reading>;
}

const link = (unit: { id: string; fullName: string } | null): ReactNode =>
  unit && <To to={`/${addresses.units}/${unit.id}`}>{unit.fullName}</To>;

function Whole({ unit }: { unit: ShownUnit }): ReactNode {
  const { language, texts, terms } = useWords();
  const may = useMay();
  const { units } = texts;
  return (
    <Page
      title={unit.fullName}
      above={<To to={`/${addresses.units}`}>{units.title}</To>}
      badge={!unit.inForce && <Badge tone="bad">{units.notInForce}</Badge>}
      below={unit.path}
      actions={
        <>
          <To to={`/${addresses.models}?donvi=${unit.id}`} className="button">
            {units.seeModels(numberText(unit.models.totalCount, language))}
          </To>
          {may('unitEvent.read') && (
            <To to={`/${addresses.unitEvents}?donvi=${unit.id}`} className="button">
              {units.events}
            </To>
          )}
        </>
      }
    >
      <div className="columns">
        <div>
          <Successions title={units.successors} of={unit.successors} />
          <Successions title={units.predecessors} of={unit.predecessors} />
          <Part title={units.children}>
            {unit.children.nodes.length === 0 ? (
              <p className="quiet">{units.noChildren}</p>
            ) : (
              <ul className="plain-list many">
                {unit.children.nodes.map(child => (
                  <li key={child.id}>
                    {link(child)} <span className="quiet">{child.code}</span>
                  </li>
                ))}
              </ul>
            )}
          </Part>
          <Part title={units.history}>
            <DataTable
              label={units.history}
              rows={unit.history}
              idOf={({ from, name }) => `${from} ${name}`}
              columns={[
                { key: 'name', head: units.columns.name, fixed: true, cell: ({ name, kind }) => `${terms.UnitKind[kind]} ${name}` },
                { key: 'from', head: units.validFrom, cell: ({ from }) => dayText(from) || texts.common.unknown },
                { key: 'to', head: units.validTo, cell: ({ to }) => dayText(to) },
                { key: 'parent', head: units.parent, cell: ({ parent }) => link(parent) },
                { key: 'code', head: units.code, cell: ({ code }) => code },
              ]}
            />
          </Part>
        </div>
        <div>
          <Part title={units.title}>
            <Facts
              of={[
                [units.kind, terms.UnitKind[unit.kind]],
                [units.line, terms.UnitLine[unit.line]],
                [units.code, unit.code],
                [units.parent, link(unit.parent)],
                [units.territory, link(unit.territory)],
                [units.validFrom, partialText(unit.validFrom)],
                [units.validTo, partialText(unit.validTo)],
                [units.restated, unit.restated && unit.restated.id !== unit.id && link(unit.restated)],
                [units.source, unit.source],
              ]}
            />
          </Part>
          <ServedPart unit={unit} />
        </div>
      </div>
    </Page>
  );
}

function Successions({ title, of }: { title: string; of: ShownUnit['successors'] }): ReactNode {
  const { units } = useWords().texts;
  if (of.length === 0) return null;
  return (
    <Part title={title}>
      <ul className="plain-list">
        {of.map(({ unit, whole, date, act }) => (
          <li key={unit.id}>
            {link(unit)}{' '}
            <span className="quiet">{[whole ? units.whole : units.part, partialText(date), act].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </Part>
  );
}
