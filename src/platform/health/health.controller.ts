import { Controller, Get, Res } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Shutdown } from './shutdown.js';

interface HealthReply {
  code(status: number): HealthReply;
  send(body: object): unknown;
}

/** Health checks for balancers and supervisors: is the process alive, and may it be sent requests? Public, and without further information. */
@Controller('health')
export class HealthController {
  constructor(
    private readonly source: DataSource,
    private readonly shutdown: Shutdown,
  ) {}

  @Get('live')
  live(): object {
    return { status: 'ok' };
  }

  /** Ready means: not stopping, the database answers, and every migration of this program is applied. */
  @Get('ready')
  async ready(@Res() reply: HealthReply): Promise<void> {
    const reason = this.shutdown.begun ? 'stopping' : await this.databaseProblem();
    reply.code(reason ? 503 : 200).send(reason ? { status: 'unavailable', reason } : { status: 'ok' });
  }

  private async databaseProblem(): Promise<string | undefined> {
    try {
      const [row] = (await this.source.query('select count(*)::int as applied from migration')) as [{ applied: number }];
      return row.applied === this.source.migrations.length ? undefined : 'migrations pending';
    } catch {
      return 'database unreachable';
    }
  }
}
