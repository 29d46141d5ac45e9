import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { date } from '../../../shared/writing.js';
import { PersonalDataGatherer, type PersonMentions } from '../../people/personal-data.gatherer.js';
import { FORM_NAMES, type CommendationForm } from '../forms/forms.js';

/** Answers a port of people: what a person was granted, for the printout of all data held about them. */
@Injectable()
export class CommendationPersonMentions implements OnModuleInit, PersonMentions {
  readonly title = 'Khen thưởng';

  constructor(private readonly gatherer: PersonalDataGatherer) {}

  onModuleInit(): void {
    this.gatherer.register(this);
  }

  readonly linesOf = async (tx: Tx, personId: Id): Promise<string[]> => {
    const rows = await tx.query<{
      form: CommendationForm | null;
      name: string | null;
      post: string | null;
      day: LocalDate | null;
      reason: string | null;
    }>(
      `select c.form, c.name, c.post, coalesce(c.presented_on, c.on_day) as day, c.reason from commendation c where c.person_id = $1 order by c.id`,
      [personId],
    );
    return rows.map(({ form, name, post, day, reason }) =>
      [form === null ? 'chưa rõ hình thức' : FORM_NAMES[form].vi, name, post, day === null ? null : date(day, 'vi'), reason]
        .filter(Boolean)
        .join(', '),
    );
  };
}
