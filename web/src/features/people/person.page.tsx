import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useParams } from 'react-router';
import { MergePerson, Person } from '#documents/people';
import addresses from '../../api/addresses.json';
import { useCommand } from '../../api/command.js';
import { useDay } from '../../api/day.js';
import { dayText } from '../../api/format.js';
import { useMay } from '../../api/me.context.js';
import { useRead } from '../../api/read.js';
import { MergeWindow } from '../../parts/merge.window.js';
import { PEOPLE } from '../../parts/picks/find.js';
import { Story } from '../../parts/story.js';
import { useWords } from '../../texts/texts.context.js';
import { To, useGo } from '../../ui/link.js';
import { Facts, Page, Part } from '../../ui/page.js';
import { NotFound, Reading } from '../../ui/states.js';
import { AppointWindow, EndPostWindow, PersonWindow, type ShownPerson } from './person.windows.js';

export function PersonPage(): ReactNode {
  const { id = '' } = useParams();
  const read = useRead(Person, { id, asOf: useDay() });
  return <Reading of={read}>{({ person }) => (person ? <Whole person={person} /> : <NotFound />)}</Reading>;
}

function Whole({ person }: { person: ShownPerson }): ReactNode {
  const { texts, terms } = useWords();
  const may = useMay();
  const go = useGo();
  const merge = useCommand(MergePerson);
  const [doing, setDoing] = useState<'correct' | 'appoint' | 'merge'>();
  const [ending, setEnding] = useState<string>();
  const { people, common } = texts;
  const canEdit = may('person.edit');
  return (
    <Page
      title={person.name}
      above={<To to={`/${addresses.people}`}>{people.title}</To>}
      actions={
        canEdit && (
          <>
            <Button onClick={() => setDoing('appoint')}>{people.appoint}</Button>
            <Button variant="default" onClick={() => setDoing('correct')}>
              {people.correct}
            </Button>
            <Button variant="default" onClick={() => setDoing('merge')}>
              {people.merge}
            </Button>
          </>
        )
      }
    >
      <Part title={people.posts}>
        {person.allPosts.length === 0 && <p className="quiet">{people.noPosts}</p>}
        <ul className="plain-list">
          {person.allPosts.map(({ id, title, unit, validFrom, validTo }) => (
            <li key={id}>
              <strong>{title}</strong>, <To to={`/${addresses.units}/${unit.id}`}>{unit.fullName}</To>{' '}
              <span className="quiet">
                {dayText(validFrom) || common.unknown} – {dayText(validTo)}
              </span>{' '}
              {canEdit && !validTo && (
                <button type="button" className="link" onClick={() => setEnding(id)}>
                  {people.endPost}
                </button>
              )}
            </li>
          ))}
        </ul>
      </Part>
      <Part title={people.title}>
        <Facts
          of={[
            [people.unit, person.unit && <To to={`/${addresses.units}/${person.unit.id}`}>{person.unit.fullName}</To>],
            [people.columns.village, person.village && `${terms.VillageKind[person.village.kind]} ${person.village.name}`],
            [people.achievement, person.achievement],
          ]}
        />
      </Part>
      <Part title={people.story}>
        <Story of={person.history} />
      </Part>
      {doing === 'correct' && <PersonWindow person={person} onClose={() => setDoing(undefined)} />}
      {doing === 'appoint' && <AppointWindow person={person} onClose={() => setDoing(undefined)} />}
      {doing === 'merge' && (
        <MergeWindow
          title={people.merge}
          hint={people.mergeHint}
          label={people.mergeInto}
          find={PEOPLE}
          running={merge.running}
          run={(intoId, reason) => merge.run({ id: person.id, expectedVersion: person.version, intoId, reason })}
          onClose={() => setDoing(undefined)}
          onDone={intoId => go(`/${addresses.people}/${intoId}`)}
        />
      )}
      {ending && <EndPostWindow person={person} postId={ending} onClose={() => setEnding(undefined)} />}
    </Page>
  );
}
