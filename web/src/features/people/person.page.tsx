import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { MergePerson, Person } from '#documents/people';
import { RemovePerson } from '#documents/person-records';
import addresses from '../../api/addresses.json';
import { useDay } from '../../api/day.js';
import { dayText } from '../../api/format.js';
import { useMay } from '../../api/me.context.js';
import { useRead } from '../../api/read.js';
import { Doings, RowDoings } from '../../parts/doings.js';
import { PEOPLE } from '../../parts/picks/find.js';
import { MergeRecordWindow, RemoveWindow } from '../../parts/record.windows.js';
import { Story } from '../../parts/story.js';
import { useWords } from '../../texts/texts.context.js';
import { To, useGo } from '../../ui/link.js';
import { Facts, Page, Part } from '../../ui/page.js';
import { NotFound, Reading } from '../../ui/states.js';
import { PersonWindow, type ShownPerson } from './person.windows.js';
import { AppointWindow, CorrectPostWindow, EndPostWindow, RemovePostWindow } from './post.windows.js';

export function PersonPage(): ReactNode {
  const { id = '' } = useParams();
  const read = useRead(Person, { id, asOf: useDay() });
  return <Reading of={read}>{({ person }) => (person ? <Whole person={person} /> : <NotFound />)}</Reading>;
}

function Whole({ person }: { person: ShownPerson }): ReactNode {
  const { texts, terms } = useWords();
  const may = useMay();
  const go = useGo();
  const { people, common } = texts;
  const canEdit = may('person.edit');
  return (
    <Page
      title={person.name}
      above={<To to={`/${addresses.people}`}>{people.title}</To>}
      actions={
        canEdit && (
          <Doings
            of={[
              { title: people.appoint, window: close => <AppointWindow person={person} onClose={close} /> },
              { title: people.correct, window: close => <PersonWindow person={person} onClose={close} /> },
              {
                title: people.merge,
                window: close => (
                  <MergeRecordWindow
                    title={people.merge}
                    hint={people.mergeHint}
                    label={people.mergeInto}
                    find={PEOPLE}
                    command={MergePerson}
                    of={person}
                    onClose={close}
                    onDone={intoId => go(`/${addresses.people}/${intoId}`)}
                  />
                ),
              },
            ]}
            rare={[
              {
                title: people.remove,
                window: close => (
                  <RemoveWindow
                    title={people.remove}
                    hint={people.removeHint}
                    command={RemovePerson}
                    of={person}
                    onClose={close}
                    onDone={() => go(`/${addresses.people}`)}
                  />
                ),
              },
            ]}
          />
        )
      }
    >
      <Part title={people.posts}>
        {person.allPosts.length === 0 && <p className="quiet">{people.noPosts}</p>}
        <ul className="plain-list">
          {person.allPosts.map(post => (
            <li key={post.id}>
              <strong>{post.title}</strong>, <To to={`/${addresses.units}/${post.unit.id}`}>{post.unit.fullName}</To>{' '}
              <span className="quiet">
                {dayText(post.validFrom) || common.unknown} – {dayText(post.validTo)}
              </span>{' '}
              <RowDoings
                name={people.postOf(post.title, post.unit.fullName)}
                of={[
                  {
                    title: people.endPost,
                    fits: canEdit && !post.validTo,
                    window: close => <EndPostWindow person={person} post={post} onClose={close} />,
                  },
                  {
                    title: people.correctPost,
                    fits: canEdit,
                    window: close => <CorrectPostWindow person={person} post={post} onClose={close} />,
                  },
                  {
                    title: people.removePost,
                    fits: canEdit,
                    window: close => <RemovePostWindow person={person} post={post} onClose={close} />,
                  },
                ]}
              />
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
    </Page>
  );
}
