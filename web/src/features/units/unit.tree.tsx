import { useState, type ReactNode } from 'react';
import { UnitChildren, UnitRoots, type TreeUnit } from '#documents/units';
import addresses from '../../api/addresses.json';
import { useDay } from '../../api/day.js';
import { numberText } from '../../api/format.js';
import { useRead } from '../../api/read.js';
import { useWords } from '../../texts/texts.context.js';
import { To } from '../../ui/link.js';
import { Empty, Loading, Reading } from '../../ui/states.js';

/** The tree on the day of the page; each level is read when it is opened. */
export function UnitTree(): ReactNode {
  const { units } = useWords().texts;
  const read = useRead(UnitRoots, { asOf: useDay() });
  return (
    <Reading of={read}>
      {({ units: { nodes } }) =>
        nodes.length === 0 ? (
          <Empty title={units.empty} />
        ) : (
          <ul className="tree">
            {nodes.map(unit => (
              <Branch key={unit.id} unit={unit} isOpen={nodes.length === 1} />
            ))}
          </ul>
        )
      }
    </Reading>
  );
}

function Branch({ unit, isOpen = false }: { unit: TreeUnit; isOpen?: boolean }): ReactNode {
  const { language, texts } = useWords();
  const [open, setOpen] = useState(isOpen);
  const count = unit.children.totalCount;
  return (
    <li>
      <div className="tree-row">
        {count > 0 ? (
          <button
            type="button"
            className="bare tree-toggle"
            aria-expanded={open}
            aria-label={open ? texts.units.close(unit.fullName) : texts.units.open(unit.fullName)}
            onClick={() => setOpen(!open)}
          >
            {open ? '−' : '+'}
          </button>
        ) : (
          <span className="tree-toggle" />
        )}
        <To to={`/${addresses.units}/${unit.id}`}>{unit.fullName}</To>
        <span className="quiet">
          {unit.code} {count > 0 && `· ${numberText(count, language)}`}
        </span>
      </div>
      {open && count > 0 && <Level id={unit.id} />}
    </li>
  );
}

function Level({ id, after }: { id: string; after?: string }): ReactNode {
  const { common } = useWords().texts;
  const [more, setMore] = useState(false);
  const { data } = useRead(UnitChildren, { id, asOf: useDay(), after });
  if (!data) return <Loading />;
  const page = data.unit?.children;
  return (
    <>
      <ul>
        {page?.nodes.map(unit => (
          <Branch key={unit.id} unit={unit} />
        ))}
      </ul>
      {page?.pageInfo.hasNextPage &&
        (more ? (
          <Level id={id} after={page.pageInfo.endCursor ?? ''} />
        ) : (
          <button type="button" className="link" onClick={() => setMore(true)}>
            {common.more}
          </button>
        ))}
    </>
  );
}
