import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.js';
import { ActionView, toActionViews } from '../../platform/graphql/action.js';
import { RequestContext } from '../../platform/graphql/context.js';
import { checked, toUserError } from '../../platform/graphql/mutation.js';
import { idOf } from '../../platform/graphql/node.js';
import { columnsOf } from '../../platform/views/object-plan.js';
import { CriteriaSetVersion } from './criteria-set.graphql.js';
import type { VersionCarried } from './criteria-set.view.js';
import { tried } from './criteria-trial.js';
import { errorOfFinding } from './criteria-finding.errors.js';
import { CriteriaReader } from './criteria.reader.js';
import { differences } from './document/comparison.js';
import { documentOf } from './document/set-document.js';
import { findingsOf } from './rules/version-findings.js';
import type { StoredVersion } from './version.store.js';
import { CriteriaDifference, CriteriaFinding, CriteriaTrial, CriteriaTrialInput, type TrialSheetInput } from './version-answers.graphql.js';

@Resolver(() => CriteriaSetVersion)
export class CriteriaSetVersionsResolver {
  constructor(private readonly reader: CriteriaReader) {}

  @Query(() => [CriteriaDifference], {
    description: 'What differs between two versions, node by node; none: they say the same (so sánh hai phiên bản bộ tiêu chí).',
  })
  @Allow('registry.read')
  async criteriaSetComparison(
    @Args('beforeId', { type: () => ID, description: 'The first version (phiên bản trước).' }) beforeId: string,
    @Args('afterId', { type: () => ID, description: 'The second version (phiên bản sau).' }) afterId: string,
    @Context() { signedIn }: RequestContext,
  ): Promise<CriteriaDifference[]> {
    const before = await this.reader.version(signedIn, idOf('CriteriaSetVersion', beforeId, 'beforeId'));
    const after = await this.reader.version(signedIn, idOf('CriteriaSetVersion', afterId, 'afterId'));
    return differences(before.says, after.says);
  }

  @Query(() => CriteriaTrial, {
    description: 'What sheets would come to under a version, with the explanation; nothing is kept (chấm thử bộ tiêu chí).',
  })
  @Allow('registry.read')
  async criteriaSetTrial(
    @Args('input', { type: () => CriteriaTrialInput }) input: CriteriaTrialInput,
    @Context() context: RequestContext,
  ): Promise<CriteriaTrial> {
    const { versionId, sheets, ...given } = checked(CriteriaTrialInput, input);
    const { says } = await this.reader.version(context.signedIn, idOf('CriteriaSetVersion', versionId, 'versionId'));
    const { derivation, steps, problems } = tried(says, { ...given, sheets: sheets.map(sheetOf) });
    const said = steps.map(step => step[context.language]);
    return {
      total: derivation?.total ?? null,
      grade: says.grades.find(({ code }) => code === derivation?.grade)?.name ?? null,
      gradeCode: derivation?.grade ?? null,
      passed: derivation?.passed ?? null,
      decide: derivation !== null && derivation.decide !== null,
      explanation: { text: said.join(' '), steps: said },
      problems: problems.map(problem => toUserError(problem, context)),
      counted: derivation?.counted.length ?? 0,
    };
  }

  @ResolveField(() => [ActionView], {
    description: 'The actions that concern the version, each with the reasons that prevent it for you (thao tác).',
  })
  async actions(@Parent() version: CriteriaSetVersion, @Context() context: RequestContext): Promise<ActionView[]> {
    return toActionViews(await this.reader.actionsOf(context.signedIn, await this.stored(version, context)), context);
  }

  @ResolveField(() => [CriteriaFinding], {
    description: 'What is wrong or missing in it; none: it is complete as far as a program can know (điều cần sửa hoặc còn thiếu).',
  })
  async findings(@Parent() version: CriteriaSetVersion, @Context() context: RequestContext): Promise<CriteriaFinding[]> {
    const { says } = await this.stored(version, context);
    return findingsOf(says).map(found => ({
      ...found,
      path: found.path.map(String),
      message: errorOfFinding(found).text[context.language],
    }));
  }

  @ResolveField(() => String, {
    description: 'The version as a file, for `importCriteriaSet` and for other programs: docs/criteria-set-format.md (tệp JSON).',
  })
  async document(@Parent() version: CriteriaSetVersion, @Context() context: RequestContext): Promise<string> {
    const { set, says } = await this.stored(version, context);
    return `${JSON.stringify(documentOf(set, says), null, 2)}\n`;
  }

  private async stored(version: CriteriaSetVersion, context: RequestContext): Promise<StoredVersion> {
    return (await context.batch(this.reader.versions, columnsOf<VersionCarried>(version).id))!;
  }
}

const sheetOf = ({ scores }: TrialSheetInput) => ({
  points: Object.fromEntries(scores.flatMap(({ code, points }) => (points === null || points === undefined ? [] : [[code, points]]))),
  marks: Object.fromEntries(scores.flatMap(({ code, mark }) => (mark ? [[code, mark]] : []))),
});
