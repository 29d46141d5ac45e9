import type { ReactNode } from 'react';
import { sizeText } from '../../api/format.js';
import { useAppraisalTexts } from '../../texts/appraisal.texts.js';
import { useWords } from '../../texts/texts.context.js';
import { Part } from '../../ui/page.js';
import type { ShownEntry } from './entry.shown.js';

/** What was submitted: all that those see who score without knowing whose it is. */
export function SubjectPart({ entry: { fields } }: { entry: ShownEntry }): ReactNode {
  const { terms } = useWords();
  const { entry: words } = useAppraisalTexts();
  if (fields.length === 0) return null;
  return (
    <Part title={words.subject}>
      <dl className="feedback">
        {fields.map(({ name, text }) => (
          <div key={name}>
            <dt className="quiet">{terms.FormItem[name]}</dt>
            <dd className="prose">{text}</dd>
          </div>
        ))}
      </dl>
    </Part>
  );
}

/** Files by which the unit shows what it gave itself. */
export function Evidence({ of, withCode = false }: { of: ShownEntry['evidence']; withCode?: boolean }): ReactNode {
  const { language } = useWords();
  const { sheet } = useAppraisalTexts();
  if (of.length === 0) return null;
  return (
    <ul className="plain-list" aria-label={sheet.evidenceFiles}>
      {of.map(({ code, file: { id, name, size, url, state } }) => (
        <li key={`${code} ${id}`}>
          {withCode && <span className="code">{code}</span>} {state === 'READY' ? <a href={url}>{name}</a> : name}{' '}
          <span className="quiet">{sizeText(size, language)}</span>
        </li>
      ))}
    </ul>
  );
}
