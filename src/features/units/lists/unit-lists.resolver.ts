import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../platform/access/allow.js';
import { RequestContext } from '../../../platform/graphql/context.js';
import { mutate, type Notice } from '../../../platform/graphql/mutation.js';
import { RouteAdmission } from '../../../platform/http/route-admission.js';
import { idOf } from '../../../platform/graphql/node.js';
import type { ListFinding } from './unit-list.findings.js';
import { ImportUnitListInput, ReorganiseUnitsByListsInput, UnitListPayload, type UnitListFinding } from './unit-list.graphql.js';
import type { ListImportReport } from './unit-lists.service.js';
import { UploadedLists, type Charge, type UploadedList } from './uploaded-lists.service.js';

const MAX_SHOWN = 200;

const listOf = ({ date, act, actDate, unitsFileId, codes, confirmedCodes, apply }: ImportUnitListInput): UploadedList => ({
  date,
  act: act ?? null,
  actDate: actDate ?? null,
  codes: codes ?? null,
  confirmed: confirmedCodes ?? [],
  unitsFileId: idOf('File', unitsFileId, 'unitsFileId'),
  apply,
});

/** Imports of official lists from uploaded files: clients check a list first, then apply it. */
@Resolver()
export class UnitListsResolver {
  constructor(
    private readonly lists: UploadedLists,
    private readonly admission: RouteAdmission,
  ) {}

  private chargeTo({ signedIn, client }: RequestContext): Charge {
    return points => this.admission.charge(signedIn, client, points);
  }

  @Mutation(() => UnitListPayload, {
    description: 'Checks or imports an official list of the units of one day (nhập danh mục đơn vị). The same list again changes nothing.',
  })
  @Allow('unit.change')
  importUnitList(
    @Args('input', { type: () => ImportUnitListInput }) input: ImportUnitListInput,
    @Context() context: RequestContext,
  ): Promise<UnitListPayload> {
    return answer(context, ImportUnitListInput, input, () => this.lists.import(context.signedIn, this.chargeTo(context), listOf(input)));
  }

  @Mutation(() => UnitListPayload, {
    description:
      'Checks or applies a reorganisation of administrative units from lists, as one event (sắp xếp lại đơn vị theo danh mục). A corrected list of the same day corrects the successions that an earlier list entered.',
  })
  @Allow('unit.change')
  reorganiseUnitsByLists(
    @Args('input', { type: () => ReorganiseUnitsByListsInput }) input: ReorganiseUnitsByListsInput,
    @Context() context: RequestContext,
  ): Promise<UnitListPayload> {
    return answer(context, ReorganiseUnitsByListsInput, input, () => {
      const successionsFileId = idOf('File', input.successionsFileId, 'successionsFileId');
      return this.lists.reorganise(context.signedIn, this.chargeTo(context), {
        ...listOf(input),
        successionsFileId,
        corrected: input.correctedCodes ?? [],
      });
    });
  }
}

function answer<Input extends object>(
  context: RequestContext,
  type: new () => Input,
  input: Input,
  run: () => Promise<ListImportReport>,
): Promise<UnitListPayload> {
  let warnings: readonly Notice[] = [];
  const work = async (): Promise<Omit<UnitListPayload, 'userErrors' | 'warnings'>> => {
    const report = await run();
    ({ warnings } = report);
    return payloadOf(report, context);
  };
  return mutate(context, type, input, work, async () => warnings);
}

function payloadOf(result: ListImportReport, { language }: RequestContext): Omit<UnitListPayload, 'userErrors' | 'warnings'> {
  const { outcome, counts, problemCount, problems, notes, dependents, eventId } = result;
  const toFindings = (findings: readonly ListFinding[]): UnitListFinding[] =>
    findings.slice(0, MAX_SHOWN).map(({ file, row, column, code, ...texts }) => ({ file, row, column, code, message: texts[language] }));
  const report = {
    outcome,
    counts: { ...counts },
    problemCount,
    problems: toFindings(problems),
    noteCount: notes.length,
    notes: toFindings(notes),
    dependents: dependents.map(({ label, count, effect }) => ({ label: label[language], count, effect: effect[language] })),
  };
  return { report, unitEvent: eventId };
}
