import { Button } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { RequestUpload, type Schema } from '#documents/upload';
import { useCommand, type Outcome } from '../../api/command.js';
import { sizeText } from '../../api/format.js';
import { sendFile, type Sending } from '../../api/send-file.js';
import { useWords } from '../../texts/texts.context.js';
import { useProblemText } from '../../ui/states.js';
import { useSay } from '../../ui/toast.js';

interface Upload {
  readonly key: number;
  readonly name: string;
  readonly percent: number;
  readonly problem?: string;
  readonly sending?: Sending;
}

interface Props {
  readonly purpose: Schema.UploadPurpose;
  /** What the files are for. */
  readonly recordId?: string;
  /** The version of what the files are for, as the page has it; absent where they make something new. */
  readonly version?: number;
  /** Attaches a file that has been sent. Files are attached one after the other: each makes a new version of what it is for. */
  attach(fileId: string, name: string, expectedVersion: number): Promise<Outcome<unknown>>;
  /** What is chosen along with a file: its kind. */
  readonly children?: ReactNode;
}

let keys = 0;

/** Files that are dropped or chosen are sent with their progress, and can be stopped. */
export function FileDrop({ purpose, recordId, version = 0, attach, children }: Props): ReactNode {
  const { language, texts } = useWords();
  const { files: words } = texts;
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const problemText = useProblemText();
  /** Files that were dropped together go on from the version of the page when it is their turn. */
  const seen = useRef(version);
  useEffect(() => {
    seen.current = version;
  }, [version]);
  const say = useSay();
  const request = useCommand(RequestUpload);

  const change = (key: number, values: Partial<Upload>): void =>
    setUploads(all => all.map(one => (one.key === key ? { ...one, ...values } : one)));
  const drop = (key: number): void => setUploads(all => all.filter(one => one.key !== key));

  /** @returns what keeps the file from being attached, in words */
  const send = async (key: number, file: File): Promise<string | undefined> => {
    const asked = await request.run({ purpose, recordId: recordId ?? null, fileName: file.name });
    const ticket = asked.done ? asked.payload.ticket : undefined;
    if (!asked.done || !ticket) return asked.done ? words.failed : asked.problems.map(problemText).join(' ');
    if (file.size > ticket.maxBytes) return words.tooLarge(sizeText(ticket.maxBytes, language));
    const sending = sendFile(ticket.url, file, percent => change(key, { percent }), language);
    change(key, { sending });
    const sent = await sending.answer;
    if (!sent.done) return sent.message ?? (sent.stopped ? words.stopped : words.failed);
    const attached = await attach(sent.id, file.name, seen.current);
    return attached.done ? undefined : attached.problems.map(problemText).join(' ');
  };

  const sendAll = async (files: readonly File[]): Promise<void> => {
    for (const file of files) {
      const key = ++keys;
      setUploads(all => [...all, { key, name: file.name, percent: 0 }]);
      const problem = await send(key, file);
      if (problem !== undefined) change(key, { problem });
      else {
        drop(key);
        say(words.attached);
      }
    }
  };

  return (
    <div
      className={`drop no-print ${over ? 'is-over' : ''}`}
      onDragOver={event => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={event => {
        event.preventDefault();
        setOver(false);
        void sendAll([...event.dataTransfer.files]);
      }}
    >
      <p>{words.drop}</p>
      <div className="drop-choice">
        {children}
        <Button variant="default" onClick={() => input.current?.click()}>
          {words.choose}
        </Button>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label={words.choose}
          onChange={event => {
            const files = [...(event.currentTarget.files ?? [])];
            event.currentTarget.value = '';
            void sendAll(files);
          }}
        />
      </div>
      <ul className="uploads">
        {uploads.map(({ key, name, percent, problem, sending }) => (
          <li key={key}>
            <span>{name}</span>
            {problem ? (
              <span role="alert" className="bad">
                {problem}
              </span>
            ) : (
              <>
                <progress max={100} value={percent} aria-label={name} /> <span>{words.sending(percent)}</span>
              </>
            )}
            <button type="button" className="link" onClick={() => (problem ? drop(key) : sending?.stop())}>
              {problem ? texts.common.close : words.stop}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
