import { Button, NativeSelect } from '@mantine/core';
import { useRef, useState, type ReactNode } from 'react';
import { AttachModelFile, DetachModelFile, RequestUpload } from '#documents/files';
import type { Schema } from '#documents/model';
import { useCommand } from '../../api/command.js';
import { sizeText } from '../../api/format.js';
import { useWords } from '../../texts/texts.context.js';
import { pairs } from '../../ui/filters.js';
import { icons } from '../../ui/icons.js';
import { Part } from '../../ui/page.js';
import { ReasonWindow } from '../../parts/reason.window.js';
import { useProblemText } from '../../ui/states.js';
import { useSay } from '../../ui/toast.js';
import { sendFile, type Sending } from '../../api/send-file.js';
import type { ShownModel } from './model.shown.js';

interface Upload {
  readonly key: number;
  readonly name: string;
  readonly percent: number;
  readonly problem?: string;
  readonly sending?: Sending;
}

let keys = 0;

/** The files of a model; dropped or chosen ones are sent with their progress, and can be stopped. */
export function ModelFiles({ model, canChange }: { model: ShownModel; canChange: boolean }): ReactNode {
  const { language, texts, terms } = useWords();
  const { models } = texts;
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const [kind, setKind] = useState<Schema.ModelAttachmentKind>('EVIDENCE');
  const [over, setOver] = useState(false);
  const [gone, setGone] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  const problemText = useProblemText();
  const say = useSay();
  const [request, attach, detach] = [useCommand(RequestUpload), useCommand(AttachModelFile), useCommand(DetachModelFile)];

  const change = (key: number, values: Partial<Upload>): void =>
    setUploads(all => all.map(one => (one.key === key ? { ...one, ...values } : one)));

  /** @returns the version of the model with the file, which the next file is attached to. */
  const send = async (file: File, version: number): Promise<number> => {
    const key = ++keys;
    setUploads(all => [...all, { key, name: file.name, percent: 0 }]);
    const asked = await request.run({ purpose: 'MODEL_ATTACHMENT', recordId: model.id, fileName: file.name });
    const ticket = asked.done ? asked.payload.ticket : undefined;
    if (!asked.done || !ticket) {
      change(key, { problem: asked.done ? models.fileFailed : asked.problems.map(problemText).join(' ') });
      return version;
    }
    if (file.size > ticket.maxBytes) {
      change(key, { problem: models.fileTooLarge(sizeText(ticket.maxBytes, language)) });
      return version;
    }
    const sending = sendFile(ticket.url, file, percent => change(key, { percent }), language);
    change(key, { sending });
    const sent = await sending.answer;
    if (!sent.done) {
      change(key, { problem: sent.message ?? (sent.stopped ? models.fileStopped : models.fileFailed) });
      return version;
    }
    const attached = await attach.run({ id: model.id, expectedVersion: version, fileId: sent.id, kind });
    if (!attached.done) {
      change(key, { problem: attached.problems.map(problemText).join(' ') });
      return version;
    }
    setUploads(all => all.filter(one => one.key !== key));
    say(models.fileAttached);
    return attached.payload.model?.version ?? version;
  };

  const sendAll = async (files: readonly File[]): Promise<void> => {
    let { version } = model;
    // One after the other: each makes a new version of the model.
    for (const file of files) version = await send(file, version);
  };

  return (
    <Part title={models.files}>
      {model.attachments.length === 0 && <p className="quiet">{models.noFiles}</p>}
      <ul className="plain-list">
        {model.attachments.map(({ kind: of, note, file }) => (
          <li key={file.id}>
            {icons.file} {file.state === 'READY' ? <a href={file.url}>{file.name}</a> : file.name}{' '}
            <span className="quiet">
              {terms.ModelAttachmentKind[of]} · {sizeText(file.size, language)} · {file.uploadedBy}
              {file.state !== 'READY' && ` · ${models.fileQuarantined}`}
            </span>{' '}
            {canChange && (
              <button type="button" className="link no-print" onClick={() => setGone(file.id)}>
                {models.fileDetach}
              </button>
            )}
            {note && <p className="quiet">{note}</p>}
          </li>
        ))}
      </ul>
      {canChange && (
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
          <p>{models.dropFiles}</p>
          <div className="drop-choice">
            <NativeSelect
              label={models.fileKind}
              value={kind}
              onChange={event => setKind(event.currentTarget.value as Schema.ModelAttachmentKind)}
              data={pairs(terms.ModelAttachmentKind).map(([value, label]) => ({ value, label }))}
            />
            <Button variant="default" onClick={() => input.current?.click()}>
              {models.chooseFiles}
            </Button>
            <input
              ref={input}
              type="file"
              multiple
              hidden
              aria-label={models.chooseFiles}
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
                    <progress max={100} value={percent} aria-label={name} /> <span>{models.fileSending(percent)}</span>
                  </>
                )}
                <button
                  type="button"
                  className="link"
                  onClick={() => (problem ? setUploads(all => all.filter(one => one.key !== key)) : sending?.stop())}
                >
                  {problem ? texts.common.close : models.fileStop}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {gone && (
        <ReasonWindow
          title={models.fileDetach}
          onClose={() => setGone(undefined)}
          running={detach.running}
          run={reason => detach.run({ id: model.id, expectedVersion: model.version, fileId: gone, reason })}
        />
      )}
    </Part>
  );
}
