import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../platform/access/allow.js';
import { RequestContext } from '../../../platform/graphql/context.js';
import { toUserError } from '../../../platform/graphql/mutation.js';
import { idOf } from '../../../platform/graphql/node.js';
import { toGlobalId } from '../../../shared/ids.js';
import { errorOfFinding } from '../../criteria/criteria-finding.errors.js';
import type { VersionContent } from '../../criteria/rules/version-content.js';
import { AppraisalAdvice, AppraisalAdviceArgs, AppraisalStudy, AppraisalStudyArgs, type StudiedResult } from './round-studies.graphql.js';
import { RoundStudies } from './round-studies.reader.js';
import type { StudiedEntry } from './study.js';

@Resolver(() => AppraisalStudy)
export class RoundStudiesResolver {
  constructor(private readonly studies: RoundStudies) {}

  @Query(() => AppraisalStudy, {
    description:
      'A closed round scored anew under another version, next to its results; nothing is kept or changed (chấm lại để nghiên cứu).',
  })
  @Allow('appraisal.readSheets')
  async appraisalStudy(@Args() args: AppraisalStudyArgs, @Context() context: RequestContext): Promise<AppraisalStudy> {
    const [roundId, versionId] = [
      idOf('AppraisalRound', args.roundId, 'roundId'),
      idOf('CriteriaSetVersion', args.criteriaVersionId, 'criteriaVersionId'),
    ];
    const { before, entries, versions } = await this.studies.study(context.signedIn, roundId, versionId);
    const rows = entries.map(({ number, result, problems, dropped, unanswered }) => {
      const { id, ...stored } = before.get(number)!;
      const [then, now] = [named(versions[0], stored), result && named(versions[1], result)];
      return {
        number,
        evaluationId: toGlobalId('Evaluation', id),
        before: then,
        after: now,
        differences: now === null ? [] : (['total', 'grade', 'rank'] as const).filter(field => then[field] !== now[field]),
        dropped: [...dropped],
        unanswered: [...unanswered],
        problems: problems.map(problem => toUserError(errorOfFinding(problem), context)),
      };
    });
    return { rows, differing: rows.filter(({ differences }) => differences.length > 0).length };
  }

  @Query(() => AppraisalAdvice, {
    description:
      'What staff may want to know in addition to the results of a round, also while it is open: whether ranks are firm, and who scores severely (tham khảo).',
  })
  @Allow('appraisal.readSheets')
  async appraisalAdvice(@Args() args: AppraisalAdviceArgs, @Context() context: RequestContext): Promise<AppraisalAdvice> {
    const found = await this.studies.advice(context.signedIn, idOf('AppraisalRound', args.roundId, 'roundId'));
    const person = (scorer: string): { personId: string; name: string } => ({
      personId: toGlobalId('Person', scorer),
      name: found.names.get(scorer) ?? '?',
    });
    const entries = found.entries.map(({ number, rankWithout, ...entry }) => ({
      ...entry,
      ...named(found.version, entry),
      number,
      evaluationId: toGlobalId('Evaluation', found.ids.get(number)!),
      rankWithout: rankWithout.map(({ scorer, rank }) => ({ ...person(scorer), rank })),
    }));
    return {
      provisional: found.isOpen,
      entries: entries.toSorted((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || a.number - b.number),
      judges: found.judges.map(({ scorer, ...bias }) => ({ ...person(scorer), ...bias })),
    };
  }
}

/** A result with the name of its grade. */
const named = ({ grades }: VersionContent, { total, grade, rank }: NonNullable<StudiedEntry['result']>): StudiedResult => ({
  total,
  grade: grades.find(({ code }) => code === grade)?.name ?? null,
  rank,
});
