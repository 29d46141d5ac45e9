import { useState, type ReactNode } from 'react';
import { Copies, type CopiesData } from '#documents/spread';
import addresses from '../../api/addresses.json';
import { useDay } from '../../api/day.js';
import { numberText } from '../../api/format.js';
import { useRead } from '../../api/read.js';
import { toneOfRunning } from '../../parts/model.tones.js';
import { useSpreadTexts } from '../../texts/spread.texts.js';
import { useWords } from '../../texts/texts.context.js';
import { Badge } from '../../ui/badge.js';
import { To } from '../../ui/link.js';
import { Reading } from '../../ui/states.js';

type Copy = NonNullable<CopiesData['model']>['copies']['nodes'][number];

/** The copies of a model; those of each copy are read when its branch is opened. */
export function CopyTree({ id }: { id: string }): ReactNode {
  const { language } = useWords();
  const words = useSpreadTexts();
  const read = useRead(Copies, { id, asOf: useDay() });
  return (
    <Reading of={read}>
      {({ model }) =>
        model && (
          <ul className="tree">
            {model.copies.nodes.map(copy => (
              <Branch key={copy.id} of={copy} />
            ))}
            {(model.copies.totalCount ?? 0) > model.copies.nodes.length && (
              <li className="quiet">
                {words.moreCopies(numberText((model.copies.totalCount ?? 0) - model.copies.nodes.length, language))}
              </li>
            )}
          </ul>
        )
      }
    </Reading>
  );
}

function Branch({ of: { id, title, running, unit, copies } }: { of: Copy }): ReactNode {
  const { language, terms } = useWords();
  const words = useSpreadTexts();
  const [open, setOpen] = useState(false);
  const count = copies.totalCount ?? 0;
  return (
    <li>
      <div className="tree-row">
        {count > 0 ? (
          <button
            type="button"
            className="bare tree-toggle"
            aria-expanded={open}
            aria-label={words.openBranch(title)}
            onClick={() => setOpen(!open)}
          >
            {open ? '−' : '+'}
          </button>
        ) : (
          <span className="tree-toggle" aria-hidden="true">
            ·
          </span>
        )}
        <To to={`/${addresses.models}/${id}`}>{title}</To> <span className="quiet">{unit.fullName}</span>
        {running && <Badge tone={toneOfRunning(running)}>{terms.RunningState[running]}</Badge>}
        {count > 0 && <span className="quiet">{words.copies(numberText(count, language))}</span>}
      </div>
      {open && <CopyTree id={id} />}
    </li>
  );
}
