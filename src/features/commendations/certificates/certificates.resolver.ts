import { Args, Query, Resolver } from '@nestjs/graphql';
import { Public } from '../../../platform/access/allow.js';
import { Database } from '../../../platform/database/database.js';
import { Costs } from '../../../platform/graphql/cost.js';
import { plainCode } from './certificate-code.js';
import { CertificateArgs, CertificateStatement } from './certificate.graphql.js';
import { certificateByCode } from './certificates.finder.js';

/** What one question costs of the minute of an address: guessing is slowed, and nobody else pays for it. */
const POINTS = 100;

/** Answers anyone with the code of a certificate whether it is valid. */
@Resolver()
export class CertificatesResolver {
  constructor(private readonly db: Database) {}

  @Query(() => CertificateStatement, {
    description:
      'Whether the certificate with this code is real: decision, day, form and name as printed, and nothing else (tra cứu giấy khen, bằng khen).',
  })
  @Public('who holds a certificate may check it; without its code, which nobody guesses, the answer reveals nothing')
  @Costs(() => POINTS)
  async certificate(@Args() { code }: CertificateArgs): Promise<CertificateStatement> {
    const { revoked, ...printed } = await certificateByCode(this.db.rows, plainCode(code), this.db.today());
    return { ...printed, state: printed.form === null ? 'UNKNOWN' : revoked ? 'REVOKED' : 'VALID' };
  }
}
