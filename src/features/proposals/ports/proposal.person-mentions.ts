import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { date } from '../../../shared/writing.js';
import { FORM_NAMES, type CommendationForm } from '../../commendations/forms/forms.js';
import { PersonalDataGatherer, type PersonMentions } from '../../people/personal-data.gatherer.js';

/** Answers a port of people: what a person was proposed for, for the printout of all data held about them. Holds are not in it: only who decides sees them. */
@Injectable()
export class ProposalPersonMentions implements OnModuleInit, PersonMentions {
  readonly title = 'Đề nghị khen thưởng';

  constructor(private readonly gatherer: PersonalDataGatherer) {}

  onModuleInit(): void {
    this.gatherer.register(this);
  }

  readonly linesOf = async (tx: Tx, personId: Id): Promise<string[]> => {
    const rows = await tx.query<{
      form: CommendationForm;
      title: string;
      day: LocalDate;
      name: string | null;
      post: string | null;
      reason: string;
    }>(
      `select i.form, p.title, p.drafted_on as day, i.name, i.post, i.reason from proposal_item i join proposal p on p.id = i.proposal_id
        where i.person_id = $1 order by p.drafted_on, i.id`,
      [personId],
    );
    return rows.map(({ form, title, day, name, post, reason }) =>
      [FORM_NAMES[form].vi, title, date(day, 'vi'), name, post, reason].filter(Boolean).join(', '),
    );
  };
}
