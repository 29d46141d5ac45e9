import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitDependents, type Dependents } from '../units/unit-dependents.port.js';

interface DependentsCount extends Pick<Dependents, 'label' | 'effect'> {
  readonly name: string;
  /** A statement that counts the records that refer to the units `$1`. */
  readonly count: string;
}

const COUNTS: readonly DependentsCount[] = [
  {
    name: 'movements',
    label: { vi: 'phong trào', en: 'movements' },
    effect: { vi: 'giữ nguyên đơn vị đã phát động', en: 'keep the unit that launched them' },
    count: `select count(*)::int as n from movement where launcher_id = any($1::uuid[])`,
  },
  {
    name: 'registrationRounds',
    label: { vi: 'đợt đăng ký, gia hạn, chỉ tiêu', en: 'registration rounds, extensions, targets' },
    effect: {
      vi: 'giữ nguyên; đơn vị nào thuộc đợt thì xét theo ngày đăng ký',
      en: 'remain as they are; which units belong to a round is decided on the day of registration',
    },
    count: `select ((select count(*) from registration_round where unit_id = any($1::uuid[]))
                  + (select count(*) from registration_extension where unit_id = any($1::uuid[]))
                  + (select count(*) from assigned_target where unit_id = any($1::uuid[])))::int as n`,
  },
  {
    name: 'receivingAuthorities',
    label: { vi: 'quy tắc tiếp nhận, công nhận', en: 'rules of receiving and recognising' },
    effect: {
      vi: 'cơ quan kết thúc thì cơ quan kế thừa toàn bộ thay thế; không có thì cần đặt quy tắc mới',
      en: 'an office that ends is replaced by its whole successor; without one a new rule has to be set',
    },
    count: `select count(*)::int as n from receiving_authority
             where unit_id = any($1::uuid[]) or receiver_id = any($1::uuid[]) or recogniser_id = any($1::uuid[])`,
  },
];

/** Registers the records of movements that refer to units at the port of the units. */
@Injectable()
export class MovementDependents implements OnModuleInit {
  constructor(private readonly dependents: UnitDependents) {}

  onModuleInit(): void {
    for (const { name, label, effect, count } of COUNTS) {
      this.dependents.register({
        name,
        dependentsOf: async (ask, unitIds) => {
          const [row] = await ask<{ n: number }>(count, [unitIds]);
          return { label, effect, count: row!.n };
        },
      });
    }
  }
}
