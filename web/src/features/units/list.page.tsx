import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { ImportUnitList, ReorganiseUnits, type ListReport, type Schema } from '#documents/unit-events';
import addresses from '../../api/addresses.json';
import { useCommand } from '../../api/command.js';
import { FileDrop } from '../../parts/files/file.drop.js';
import { useWords } from '../../texts/texts.context.js';
import { pairs } from '../../ui/filters.js';
import type { Picked } from '../../ui/finder.js';
import { useForm, type FormState } from '../../ui/form.js';
import { ChoiceField, DateField, FormFrame, TextField } from '../../ui/form.fields.js';
import { To, useGo } from '../../ui/link.js';
import { Page, Part } from '../../ui/page.js';
import { useSay } from '../../ui/toast.js';
import { ListFindings } from './list.findings.js';

const NO_LIST = {
  what: 'import',
  date: undefined as string | undefined,
  act: '',
  actDate: undefined as string | undefined,
  unitsFileId: undefined as Picked | undefined,
  successionsFileId: undefined as Picked | undefined,
  codes: '',
  confirmedCodes: '',
};
type ListValues = typeof NO_LIST;

const wordsOf = (text: string): string[] =>
  text
    .split(/[,\s]+/u)
    .map(word => word.trim())
    .filter(word => word !== '');

/** An official list is uploaded, checked row by row, and written once a person has seen what comes of it. */
export function UnitListPage(): ReactNode {
  const { texts, terms } = useWords();
  const { unitLists, unitEvents, common } = texts;
  const [go, say] = [useGo(), useSay()];
  const form = useForm(NO_LIST);
  const [report, setReport] = useState<ListReport>();
  const [importList, reorganise] = [useCommand(ImportUnitList), useCommand(ReorganiseUnits)];
  const { values } = form;
  const isReorganisation = values.what === 'reorganise';

  const send = async (apply: boolean): Promise<void> => {
    if (form.lacks(['date', 'unitsFileId', ...(isReorganisation ? (['successionsFileId'] as const) : [])], common.needed)) return;
    const input = {
      apply,
      date: values.date ?? '',
      act: values.act || null,
      actDate: values.actDate ?? null,
      unitsFileId: values.unitsFileId?.id ?? '',
      codes: (values.codes || null) as Schema.UnitListCodes | null,
      confirmedCodes: wordsOf(values.confirmedCodes),
    };
    const outcome = isReorganisation
      ? await reorganise.run({ ...input, successionsFileId: values.successionsFileId?.id ?? '' })
      : await importList.run(input);
    if (!outcome.done) return form.refuse(outcome.problems);
    const found = outcome.payload.report ?? undefined;
    if (found?.outcome !== 'APPLIED') return setReport(found);
    say([unitLists.applied, ...outcome.warnings.map(({ message }) => message)].join(' '));
    return go(`/${addresses.unitEvents}`);
  };
  // What was found was found of other files.
  const fresh: FormState<ListValues> = {
    ...form,
    set: (name, value) => {
      setReport(undefined);
      form.set(name, value);
    },
  };
  return (
    <Page title={unitLists.title} above={<To to={`/${addresses.unitEvents}`}>{unitEvents.title}</To>}>
      <Part title={unitLists.what}>
        <p className="quiet form-lead">{unitLists.lead}</p>
        <FormFrame
          form={form}
          running={importList.running || reorganise.running}
          submit={unitLists.check}
          onSubmit={() => void send(false)}
        >
          <div className="form-two">
            <ChoiceField form={fresh} name="what" label={unitLists.what} choices={pairs(unitLists.whats)} />
            <DateField form={fresh} name="date" label={unitLists.date} hint={unitLists.dateHint} required />
            <TextField form={fresh} name="act" label={unitLists.act} />
            <DateField form={fresh} name="actDate" label={unitLists.actDate} />
          </div>
          <ListFile form={fresh} name="unitsFileId" label={unitLists.units} />
          {isReorganisation && (
            <ListFile form={fresh} name="successionsFileId" label={unitLists.successions} hint={unitLists.successionsHint} />
          )}
          <div className="form-two">
            <ChoiceField
              form={fresh}
              name="codes"
              label={unitLists.codes}
              none={unitLists.codesNone}
              choices={pairs(terms.UnitListCodes)}
            />
            <TextField form={fresh} name="confirmedCodes" label={unitLists.confirmedCodes} hint={unitLists.confirmedHint} />
          </div>
        </FormFrame>
      </Part>
      {report && <ListFindings of={report} />}
      {report?.outcome === 'READY' && (
        <div className="buttons">
          <Button loading={importList.running || reorganise.running} onClick={() => void send(true)}>
            {unitLists.apply}
          </Button>
        </div>
      )}
    </Page>
  );
}

/** A file that is sent when it is chosen; what was chosen last counts. */
function ListFile({
  form,
  name,
  label,
  hint,
}: {
  form: FormState<ListValues>;
  name: 'unitsFileId' | 'successionsFileId';
  label: string;
  hint?: string;
}): ReactNode {
  const chosen = form.values[name];
  const problem = form.at(name);
  return (
    <fieldset className="choices" aria-invalid={problem !== undefined}>
      <legend>{label}</legend>
      {hint && <p className="quiet">{hint}</p>}
      {chosen && <p>{chosen.label}</p>}
      <FileDrop
        purpose="UNIT_LIST"
        attach={async (id, fileName) => {
          form.set(name, { id, label: fileName });
          return { done: true, payload: undefined, warnings: [] };
        }}
      />
      {problem && (
        <p role="alert" className="bad">
          {problem}
        </p>
      )}
    </fieldset>
  );
}
