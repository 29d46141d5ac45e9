import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../platform/access/allow.js';
import { Database } from '../../../platform/database/database.js';
import { CommendationStandard, StandardsArgs } from './standard.graphql.js';
import { standardsOn } from './standards.js';

/** What a form takes. */
@Resolver()
export class StandardsResolver {
  constructor(private readonly db: Database) {}

  @Query(() => [CommendationStandard], {
    description: 'Standards as acts state them: an example of one province (tiêu chuẩn khen thưởng theo văn bản).',
  })
  @Allow('registry.read')
  commendationStandards(@Args() { on }: StandardsArgs): readonly CommendationStandard[] {
    return standardsOn(on ?? this.db.today());
  }
}
