import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { RemarkOnFigure, RemoveFigureRemark, SettleFigureRemark } from '#documents/figure-records';
import { useCommand } from '../../api/command.js';
import { dayText } from '../../api/format.js';
import { useMay, useMe } from '../../api/me.context.js';
import { CommandWindow } from '../../parts/command.window.js';
import { Doings, RowDoings } from '../../parts/doings.js';
import { FieldsWindow } from '../../parts/fields.window.js';
import { RemoveWindow } from '../../parts/record.windows.js';
import { useFigureTexts } from '../../texts/figure.texts.js';
import { Badge } from '../../ui/badge.js';
import { useForm } from '../../ui/form.js';
import { TextField } from '../../ui/form.fields.js';
import { Part } from '../../ui/page.js';
import type { ShownFigure } from './figure.shown.js';

/** What is said of a figure, and what came of it; the figure stays as it is. */
export function RemarksPart({ of }: { of: ShownFigure }): ReactNode {
  const { figures } = useFigureTexts();
  const may = useMay()('figure.remark');
  const { account } = useMe();
  return (
    <Part
      title={figures.remarks}
      actions={
        <Doings
          hasFirst={false}
          of={[{ title: figures.remark, fits: may, window: close => <RemarkWindow figureId={of.id} onClose={close} /> }]}
        />
      }
    >
      {of.remarks.length === 0 && <p className="quiet">{figures.noRemarks}</p>}
      <ul className="plain-list">
        {of.remarks.map(remark => (
          <li key={remark.id}>
            <span className="prose">{remark.text}</span>{' '}
            {remark.settledOn ? (
              <Badge tone="good">{figures.settled(dayText(remark.settledOn))}</Badge>
            ) : (
              remark.followUp && <Badge tone="open">{figures.followed}</Badge>
            )}
            <p className="quiet">
              {remark.author} · {dayText(remark.saidOn)}
            </p>
            {remark.outcome && <p className="prose">{remark.outcome}</p>}
            <RowDoings
              name={remark.text}
              of={[
                {
                  title: figures.settle,
                  fits: may && remark.followUp && remark.settledOn === null,
                  window: close => (
                    <FieldsWindow
                      title={figures.settle}
                      command={SettleFigureRemark}
                      given={{ id: remark.id, expectedVersion: remark.version }}
                      fields={{ outcome: { label: figures.outcome, as: 'lines', required: true } }}
                      onClose={close}
                    />
                  ),
                },
                {
                  title: figures.removeRemark,
                  fits: may && remark.author === account?.displayName,
                  window: close => <RemoveWindow title={figures.removeRemark} command={RemoveFigureRemark} of={remark} onClose={close} />,
                },
              ]}
            />
          </li>
        ))}
      </ul>
    </Part>
  );
}

function RemarkWindow({ figureId, onClose }: { figureId: string; onClose: () => void }): ReactNode {
  const { figures } = useFigureTexts();
  const { run, running } = useCommand(RemarkOnFigure, { keyed: true });
  const form = useForm({ text: '', followUp: false });
  const { text, followUp } = form.values;
  return (
    <CommandWindow
      title={figures.remark}
      form={form}
      needed={['text']}
      running={running}
      run={() => run({ figureId, text, followUp })}
      onClose={onClose}
    >
      <TextField form={form} name="text" label={figures.remarkText} lines={3} required />
      <Checkbox size="sm" label={figures.followUp} checked={followUp} onChange={() => form.set('followUp', !followUp)} />
    </CommandWindow>
  );
}
