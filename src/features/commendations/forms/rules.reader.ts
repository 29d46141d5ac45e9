import { Injectable } from '@nestjs/common';
import { sql } from '../../../platform/database/sql.js';
import type { QueryRows } from '../../../platform/database/query-rows.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { fullName, type UnitKind, type UnitLine } from '../../units/unit-kinds.js';
import { unitOn } from '../../units/unit-sql.js';
import type { MoneyRules, Rate } from '../money/award-money.js';
import type { CommendationForm, CommendationIssuer, RuleMark } from './forms.js';
import type { Law } from './governing-law.js';
import type { IssuingUnit } from './issuers.js';

/** A power to grant a form. */
export interface Authority {
  readonly issuerClass: CommendationIssuer;
  readonly form: CommendationForm;
  readonly validFrom: LocalDate | null;
  /** The last day. */
  readonly validTo: LocalDate | null;
  readonly act: string;
  readonly mark: RuleMark;
}

/** An issuer as of the day of its decision. */
export interface IssuerOnDay extends IssuingUnit {
  readonly fullName: string;
}

/** An act of the dated rules. */
export interface RuleAct extends Law {
  readonly name: string;
  readonly validTo: LocalDate | null;
  readonly mark: RuleMark;
  readonly note: string | null;
}

/** The dated rules of commendation. */
@Injectable()
export class RulesReader {
  laws(query: QueryRows): Promise<Law[]> {
    return query<Law>(`select number, valid_from as "validFrom", loaded from commendation_act where law`);
  }

  /** The acts in force on a day, laws first. */
  acts(query: QueryRows, day: LocalDate): Promise<RuleAct[]> {
    return query<RuleAct>(
      `select number, name, valid_from as "validFrom", valid_to as "validTo", mark, note, loaded from commendation_act
        where daterange(valid_from, valid_to, '[]') @> $1::date order by law desc, valid_from, number`,
      [day],
    );
  }

  /** Every power to grant the form, on any day. */
  authorities(query: QueryRows, forms: readonly CommendationForm[]): Promise<Authority[]> {
    return query<Authority>(
      `select issuer_class as "issuerClass", form, lower(validity) as "validFrom", upper(validity) - 1 as "validTo", act, mark
         from commendation_authority where form = any($1) order by form, issuer_class, validity`,
      [forms],
    );
  }

  async moneyRules(query: QueryRows, day: LocalDate): Promise<MoneyRules> {
    const rates = await query<Rate>(
      `select track, form, issuer_class as "issuerClass", recipient_kind as "recipientKind", permille, act, mark
         from commendation_rate where validity @> $1::date order by track, form, issuer_class, recipient_kind`,
      [day],
    );
    const [salary = null] = await query<NonNullable<MoneyRules['salary']>>(
      `select amount, act, mark from base_salary where validity @> $1::date`,
      [day],
    );
    const [rounding = null] = await query<NonNullable<MoneyRules['rounding']>>(
      `select step, act, mark, note from money_rounding where validity @> $1::date`,
      [day],
    );
    return { rates, salary, rounding };
  }

  /** The unit as an issuer on the day; `undefined` for an unknown id. */
  async issuer(query: QueryRows, unitId: Id, day: LocalDate): Promise<IssuerOnDay | undefined> {
    const [unit] = await query<{ line: UnitLine; kind: UnitKind; name: string; territoryKind: UnitKind | null }>(
      `select u.line, u.kind, u.name,
              case when u.line = 'TERRITORY' then u.kind
                   else (select t.kind from ${unitOn(sql`t`, sql`u.territory_id`, sql`$2::date`)}) end as "territoryKind"
         from ${unitOn(sql`u`, sql`$1::uuid`, sql`$2::date`)}`,
      [unitId, day],
    );
    return unit && { line: unit.line, kind: unit.kind, territoryKind: unit.territoryKind, fullName: fullName(unit.kind, unit.name) };
  }
}

/** Whether a power held on the day. */
export const heldOn = ({ validFrom, validTo }: Pick<Authority, 'validFrom' | 'validTo'>, day: LocalDate): boolean =>
  (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo);
