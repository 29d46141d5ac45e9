import { Module } from '@nestjs/common';
import { PeopleModule } from '../../features/people/people.module.js';
import { UnitsModule } from '../../features/units/units.module.js';
import { SavedQuestions } from './saved-question.js';
import { SavedViewDependents } from './saved-view.dependents.js';
import { SavedViewPersonMentions } from './saved-view.person-mentions.js';
import { SavedViewsResolver } from './saved-views.resolver.js';
import { SavedViewsService } from './saved-views.service.js';

@Module({
  imports: [UnitsModule, PeopleModule],
  providers: [SavedViewsService, SavedQuestions, SavedViewDependents, SavedViewPersonMentions, SavedViewsResolver],
})
export class SavedViewsModule {}
