import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useParams } from 'react-router';
import { RemoveFigure } from '#documents/figure-records';
import { ApproveFigures, Figure, ReturnFigure } from '#documents/figures';
import addresses from '../../api/addresses.json';
import { useCommand } from '../../api/command.js';
import { decimalText, partialText } from '../../api/format.js';
import { useMay } from '../../api/me.context.js';
import type { Problem } from '../../api/problem.js';
import { useRead } from '../../api/read.js';
import { Doings } from '../../parts/doings.js';
import { IdentityList } from '../../parts/figures/identity.list.js';
import { ReasonWindow } from '../../parts/reason.window.js';
import { RemoveWindow } from '../../parts/record.windows.js';
import { Story } from '../../parts/story.js';
import { useFigureTexts } from '../../texts/figure.texts.js';
import { useWords } from '../../texts/texts.context.js';
import { Badge } from '../../ui/badge.js';
import { Problems } from '../../ui/form.fields.js';
import { To, useGo } from '../../ui/link.js';
import { Facts, Page, Part } from '../../ui/page.js';
import { NotFound, Note, Reading } from '../../ui/states.js';
import { useSay } from '../../ui/toast.js';
import { CorrectFigureWindow } from './correct.window.js';
import { ExplainWindow } from './explain.window.js';
import { toneOf, type ShownFigure } from './figure.shown.js';
import { RemarksPart } from './remarks.part.js';

export function FigurePage(): ReactNode {
  const { id = '' } = useParams();
  const read = useRead(Figure, { id });
  return <Reading of={read}>{({ node }) => (node?.__typename === 'Figure' ? <Whole of={node} /> : <NotFound />)}</Reading>;
}

function Whole({ of }: { of: ShownFigure }): ReactNode {
  const { language, texts, terms } = useWords();
  const { figures } = useFigureTexts();
  const [may, say, go] = [useMay(), useSay(), useGo()];
  const [returning, setReturning] = useState(false);
  const [explaining, setExplaining] = useState<ShownFigure['identities'][number]>();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [approve, back] = [useCommand(ApproveFigures), useCommand(ReturnFigure)];
  const approveIt = async (): Promise<void> => {
    const outcome = await approve.run({ ids: [of.id] });
    setProblems(outcome.done ? [] : outcome.problems);
    if (outcome.done) say(figures.approved);
  };
  return (
    <Page
      title={of.indicator.name}
      above={<To to={`/${addresses.figures}`}>{figures.title}</To>}
      badge={<Badge tone={toneOf[of.state]}>{terms.FigureState[of.state]}</Badge>}
      below={of.unit.fullName}
      actions={
        <>
          {may('figure.approve') && of.state === 'REPORTED' && (
            <>
              <Button variant="default" onClick={() => setReturning(true)}>
                {figures.return}
              </Button>
              <Button loading={approve.running} onClick={() => void approveIt()}>
                {figures.approve}
              </Button>
            </>
          )}
          <Doings
            hasFirst={false}
            of={[{ title: figures.correct, fits: may('figure.report'), window: close => <CorrectFigureWindow of={of} onClose={close} /> }]}
            rare={[
              {
                title: figures.remove,
                fits: may('figure.report'),
                window: close => (
                  <RemoveWindow
                    title={figures.remove}
                    command={RemoveFigure}
                    of={of}
                    onClose={close}
                    onDone={() => go(`/${addresses.figures}`)}
                  />
                ),
              },
            ]}
          />
        </>
      }
    >
      <Problems of={problems} />
      {of.state === 'RETURNED' && (
        <Note kind="warn" title={figures.returned}>
          <p className="prose">{of.returnReason}</p>
        </Note>
      )}
      <Part title={figures.facts}>
        <Facts
          of={[
            [figures.raw, <strong>{of.raw}</strong>],
            [figures.columns.reading, `${decimalText(of.reading, language)} ${of.measure}`],
            [figures.qualifier, of.qualifier !== 'EXACT' && terms.FigureQualifier[of.qualifier]],
            [figures.columns.period, [partialText(of.starts), partialText(of.ends)].filter(Boolean).join(' – ')],
            [figures.covers, terms.FigureCoverage[of.covers]],
            [figures.columns.unit, <To to={`/${addresses.units}/${of.unit.id}`}>{of.unit.fullName}</To>],
            [texts.common.source, of.source],
            [figures.page, of.page],
            [figures.note, of.note],
            [
              figures.target,
              of.target &&
                `${terms.TargetDirection[of.target.direction]} ${decimalText(of.target.value, language)} ${of.measure} · ${of.target.basis}`,
            ],
          ]}
        />
      </Part>
      <Part title={figures.identities}>
        <IdentityList of={of.identities} {...(may('figure.explain') && { onExplain: setExplaining })} />
      </Part>
      <RemarksPart of={of} />
      <Part title={figures.story}>
        <Story of={of.history} />
      </Part>
      {explaining && <ExplainWindow figureId={of.id} of={explaining} onClose={() => setExplaining(undefined)} />}
      {returning && (
        <ReasonWindow
          title={figures.return}
          running={back.running}
          onClose={() => setReturning(false)}
          run={reason => back.run({ id: of.id, expectedVersion: of.version, reason })}
        />
      )}
    </Page>
  );
}
