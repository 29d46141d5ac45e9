import type { ReactNode } from 'react';
import { addressOf, isOpened } from '../../api/counted.js';
import { numberText } from '../../api/format.js';
import { useWords } from '../../texts/texts.context.js';
import { To } from '../../ui/link.js';
import type { Cell } from './numbers.js';

/** A number that opens to its rows. @param name what it counts, in words: the list says so. */
export function Count({ cell, name }: { cell: Cell | undefined; name: string }): ReactNode {
  const { language } = useWords();
  if (!cell) return <span className="quiet">–</span>;
  const text = numberText(cell.value, language);
  const { list, filter } = cell;
  return cell.value === 0 || !isOpened(list) ? <>{text}</> : <To to={addressOf(list, { name, filter })}>{text}</To>;
}

/** How much more or less than in the year before. */
export function Change({ cell }: { cell: Cell | undefined }): ReactNode {
  const { language, texts } = useWords();
  if (!cell || cell.previous === null || cell.change === null) return null;
  const sign = cell.change > 0 ? '+' : cell.change < 0 ? '−' : '±';
  return (
    <span className="change" title={texts.overview.before(numberText(cell.previous, language))}>
      {sign}
      {numberText(Math.abs(cell.change), language)}
    </span>
  );
}

const HEIGHT = 10;

/** The length says what the number next to it says; it says nothing to those who hear the page. */
export function Bar({ value, most }: { value: number; most: number }): ReactNode {
  const share = most === 0 ? 0 : (value / most) * 100;
  return (
    <svg className="bar" viewBox={`0 0 100 ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      <rect width="100" height={HEIGHT} className="bar-ground" />
      <rect width={share} height={HEIGHT} className="bar-value" />
    </svg>
  );
}
