import { Module } from '@nestjs/common';
import { provideDatedRecords } from '../units/unit-life.js';
import { UnitsModule } from '../units/units.module.js';
import { AccountsResolver } from './accounts.resolver.js';
import { AccountsService } from './accounts.service.js';
import { ActorAuthenticator } from './actor.authenticator.js';
import { provideChecks } from '../../platform/doctor/doctor.js';
import { DelegationsService } from './grants/delegations.service.js';
import { GrantRights } from './grants/grant-rights.js';
import { datedGrants, grantChecks } from './grants/grant.checks.js';
import { GrantDependents } from './grants/grant.dependents.js';
import { GrantsReader } from './grants/grants.reader.js';
import { RightHoldersReader } from './grants/right-holders.reader.js';
import { GrantsResolver } from './grants/grants.resolver.js';
import { GrantsService } from './grants/grants.service.js';
import { PasswordProof } from './passwords/password-proof.js';
import { PasswordsResolver } from './passwords/passwords.resolver.js';
import { PasswordsService } from './passwords/passwords.service.js';
import { PeopleModule } from '../people/people.module.js';
import { provideRecordKinds } from '../../platform/records/record-kinds.js';
import { AccountPersonMentions } from './persons/account-person.mentions.js';
import { accountsOfPeople } from './persons/account-person.records.js';
import { AccountPersonsReader } from './persons/account-persons.reader.js';
import { AccountPersonsResolver } from './persons/account-persons.resolver.js';
import { AccountPersonsService } from './persons/account-persons.service.js';
import { SecondFactorsResolver } from './second-factor/second-factors.resolver.js';
import { SecondFactorsService } from './second-factor/second-factors.service.js';
import { SessionJobs } from './sessions/session.jobs.js';
import { SessionsResolver } from './sessions/sessions.resolver.js';
import { SessionsService } from './sessions/sessions.service.js';
import { SignInResolver } from './sign-in/sign-in.resolver.js';
import { SignInService } from './sign-in/sign-in.service.js';
import { SignInThrottle } from './sign-in/sign-in.throttle.js';
import { OidcClient } from './single-sign-on/oidc.client.js';
import { OidcController } from './single-sign-on/oidc.controller.js';
import { SingleSignOnResolver } from './single-sign-on/single-sign-on.resolver.js';
import { SingleSignOnService } from './single-sign-on/single-sign-on.service.js';
import { ApiTokensResolver } from './tokens/api-tokens.resolver.js';
import { ApiTokensService } from './tokens/api-tokens.service.js';
import { ViewerResolver } from './viewer.resolver.js';

const people = [
  AccountsService,
  AccountsResolver,
  PasswordsService,
  PasswordsResolver,
  PasswordProof,
  SecondFactorsService,
  SecondFactorsResolver,
];
const persons = [
  provideRecordKinds(accountsOfPeople),
  AccountPersonsReader,
  AccountPersonsService,
  AccountPersonsResolver,
  AccountPersonMentions,
];
const vouched = [OidcClient, SingleSignOnService, SingleSignOnResolver];
const atTheDoor = [SignInThrottle, SignInService, SignInResolver, SessionsService, SessionsResolver, SessionJobs, ViewerResolver];

const rights = [
  provideChecks(grantChecks),
  provideDatedRecords(datedGrants),
  GrantRights,
  GrantsReader,
  RightHoldersReader,
  GrantsService,
  DelegationsService,
  GrantsResolver,
  GrantDependents,
];

@Module({
  imports: [UnitsModule, PeopleModule],
  controllers: [OidcController],
  providers: [...people, ...persons, ...vouched, ...atTheDoor, ...rights, ApiTokensService, ApiTokensResolver, ActorAuthenticator],
  exports: [AccountsService, ApiTokensService, GrantsService, PasswordsService],
})
export class AccountsModule {}
