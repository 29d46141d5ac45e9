import type { ReactNode } from 'react';
import type { ShownIdentity } from '#documents/identity';
import { decimalText } from '../../api/format.js';
import { useFigureTexts } from '../../texts/figure.texts.js';
import { useWords } from '../../texts/texts.context.js';
import { Badge } from '../../ui/badge.js';

/** What figures must agree on, and what each leaves open. */
export function IdentityList({ of, onExplain }: { of: readonly ShownIdentity[]; onExplain?: (of: ShownIdentity) => void }): ReactNode {
  const { language } = useWords();
  const { figures } = useFigureTexts();
  if (of.length === 0) return <p className="quiet">{figures.noIdentities}</p>;
  const number = (decimal: string | null): string => decimalText(decimal, language) || '–';
  return (
    <ul className="plain-list">
      {of.map(identity => {
        const { name, unit, stated, computed, residual, closes, missing, explanation } = identity;
        return (
          <li key={`${name} ${unit.id} ${stated}`}>
            <strong>{name}</strong> <span className="quiet">{unit.fullName}</span>{' '}
            {closes === null ? (
              <Badge tone="plain">{missing > 0 ? figures.partsMissing(missing) : figures.open}</Badge>
            ) : (
              <Badge tone={closes ? 'good' : 'warn'}>{closes ? figures.closes : figures.residual(number(residual))}</Badge>
            )}
            <p className="quiet">{figures.statedAndComputed(number(stated), number(computed))}</p>
            {explanation && <p className="prose">{explanation}</p>}
            {closes === false && onExplain && (
              <button
                type="button"
                className="link no-print"
                aria-label={`${figures.explain}: ${name}`}
                onClick={() => onExplain(identity)}
              >
                {figures.explain}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
