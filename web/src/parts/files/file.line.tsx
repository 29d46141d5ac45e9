import type { ReactNode } from 'react';
import type { ShownFile } from '#documents/upload';
import { sizeText } from '../../api/format.js';
import { useWords } from '../../texts/texts.context.js';
import { icons } from '../../ui/icons.js';

interface Props {
  readonly file: ShownFile;
  /** What the file is. */
  readonly kind: string;
  readonly note?: string | null;
  readonly onDetach?: (() => void) | undefined;
}

/** A file in a list of them. */
export function FileLine({ file, kind, note, onDetach }: Props): ReactNode {
  const { language, texts } = useWords();
  const { files } = texts;
  return (
    <li>
      {icons.file} {file.state === 'READY' ? <a href={file.url}>{file.name}</a> : file.name}{' '}
      <span className="quiet">
        {kind} · {sizeText(file.size, language)} · {file.uploadedBy}
        {file.state !== 'READY' && ` · ${files.quarantined}`}
      </span>{' '}
      {onDetach && (
        <button type="button" className="link no-print" aria-label={`${files.detach}: ${file.name}`} onClick={onDetach}>
          {files.detach}
        </button>
      )}
      {note && <p className="quiet">{note}</p>}
    </li>
  );
}
