import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { CriteriaVersion } from '#documents/criteria';
import addresses from '../../api/addresses.json';
import { dayText, decimalText, partialText } from '../../api/format.js';
import { useRead } from '../../api/read.js';
import { Story } from '../../parts/story.js';
import { useAppraisalTexts } from '../../texts/appraisal.texts.js';
import { useWords, wordIn } from '../../texts/texts.context.js';
import { useTrailTexts } from '../../texts/trail.texts.js';
import { Badge } from '../../ui/badge.js';
import { To } from '../../ui/link.js';
import { Facts, Page, Part } from '../../ui/page.js';
import { NotFound, Note, Reading } from '../../ui/states.js';
import { CriteriaTree } from './criteria.tree.js';
import { actText, VersionState, type ShownVersion } from './version.parts.js';
import { Adjustments, Grades, Openings } from './version.rules.js';
import './criteria.css';

/** What a criteria set says from a day on. */
export function VersionPage(): ReactNode {
  const { id = '' } = useParams();
  const read = useRead(CriteriaVersion, { id });
  return <Reading of={read}>{({ node }) => (node?.__typename === 'CriteriaSetVersion' ? <Whole version={node} /> : <NotFound />)}</Reading>;
}

function Whole({ version }: { version: ShownVersion }): ReactNode {
  const { criteria } = useAppraisalTexts();
  const { set, findings } = version;
  return (
    <Page
      title={set.name}
      above={<To to={`/${addresses.criteriaSets}`}>{criteria.title}</To>}
      badge={
        <>
          <VersionState version={version} /> {set.illustrative && <Badge tone="plain">{criteria.illustrative}</Badge>}
        </>
      }
      below={version.appliesTo}
    >
      {findings.length > 0 && (
        <Note kind="warn" title={criteria.findings}>
          <ul>
            {findings.map(({ code, path, message }) => (
              <li key={`${code} ${path.join('.')}`}>{message}</li>
            ))}
          </ul>
        </Note>
      )}
      <div className="columns narrow-tables">
        <div>
          <Part title={criteria.content}>
            <CriteriaTree criteria={version.criteria} />
          </Part>
          <Grades version={version} />
          <Openings version={version} />
          <Adjustments version={version} />
        </div>
        <div>
          <About version={version} />
          <Marks version={version} />
          <Part title={criteria.versions}>
            <ul className="plain-list">
              {set.versions.map(other => (
                <li key={other.id}>
                  <To to={`/${addresses.criteriaSets}/${other.id}`}>{criteria.version(other.number)}</To> <VersionState version={other} />{' '}
                  <span className="quiet">{[partialText(other.validFrom), partialText(other.validTo)].filter(Boolean).join(' – ')}</span>
                </li>
              ))}
            </ul>
          </Part>
          <Part title={criteria.story}>
            <Story of={version.history} />
          </Part>
        </div>
      </div>
    </Page>
  );
}

function About({ version }: { version: ShownVersion }): ReactNode {
  const { language, terms } = useWords();
  const { criteria } = useAppraisalTexts();
  const { set, supersededBy } = version;
  return (
    <Part title={criteria.facts}>
      <Facts
        of={[
          [criteria.columns.graded, terms.GradedThing[set.graded]],
          [criteria.columns.issuer, set.issuer && <To to={`/${addresses.units}/${set.issuer.id}`}>{set.issuer.fullName}</To>],
          [criteria.act, actText(version.act)],
          [criteria.scoring, terms.Scoring[version.scoring]],
          [criteria.maximum, decimalText(version.maximum, language)],
          [criteria.places, version.scoring === 'POINTS' && String(version.places)],
          [criteria.rounding, version.scoring === 'POINTS' && String(version.rounding)],
          [criteria.level, version.level && terms.RecognitionLevel[version.level]],
          [criteria.sector, version.sector?.name],
          [criteria.subjects, version.subjectKinds.map(kind => terms.SubjectKind[kind]).join(', ')],
          [criteria.signedOn, dayText(version.signedOn)],
          [criteria.validFrom, partialText(version.validFrom)],
          [criteria.validTo, partialText(version.validTo)],
          [criteria.scoredFrom, partialText(version.scoredFrom)],
          [criteria.publishedOn, dayText(version.publishedOn)],
          [criteria.publishReason, version.publishReason],
          [criteria.incompleteness, version.incompleteness],
          [criteria.source, version.source],
          [criteria.note, set.note],
          [
            criteria.supersededBy,
            supersededBy && <To to={`/${addresses.criteriaSets}/${supersededBy.id}`}>{criteria.version(supersededBy.number)}</To>,
          ],
        ]}
      />
    </Part>
  );
}

/** How well its parts are known. */
function Marks({ version: { marks } }: { version: ShownVersion }): ReactNode {
  const { terms } = useWords();
  const { criteria } = useAppraisalTexts();
  const { fields } = useTrailTexts();
  if (marks.length === 0) return null;
  return (
    <Part title={criteria.marks}>
      <ul className="plain-list">
        {marks.map(({ about, mark, note }) => (
          <li key={about}>
            <Badge tone={mark === 'SOURCED' ? 'good' : mark === 'NOT_VERIFIED' ? 'warn' : 'plain'}>{terms.SourceMark[mark]}</Badge>{' '}
            <strong>{wordIn(fields, about)}</strong> {note && <span className="quiet">{note}</span>}
          </li>
        ))}
      </ul>
    </Part>
  );
}
