import { Controller, Get, Req, Res } from '@nestjs/common';
import { parse, serialize } from 'cookie';
import { sessionCookie } from '../../../platform/access/session-cookie.js';
import { clientOf } from '../../../platform/http/client.js';
import type { HttpReply, HttpRequest } from '../../../platform/http/request-id.js';
import { SingleSignOnService } from './single-sign-on.service.js';

/** `Lax`, unlike the session's: the browser comes back from another site, by a link of that. */
const FLOW = '__Host-dvk-oidc';
const KEPT = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const;
const FLOW_SECONDS = 600;

interface Reply extends HttpReply {
  redirect(url: string, status: number): unknown;
}
type Asked = HttpRequest & { readonly url: string };

/** Routes and not mutations: the browser is sent to another site and comes back. */
@Controller('sign-in/oidc')
export class OidcController {
  constructor(private readonly signOn: SingleSignOnService) {}

  @Get()
  async begin(@Req() request: Asked, @Res() reply: Reply): Promise<void> {
    const { url, flow } = await this.signOn.begin({ client: clientOf(request), requestId: request.id });
    reply.header('set-cookie', serialize(FLOW, flow, { ...KEPT, maxAge: FLOW_SECONDS }));
    reply.redirect(url, 302);
  }

  @Get('callback')
  async finish(@Req() request: Asked, @Res() reply: Reply): Promise<void> {
    reply.header('set-cookie', serialize(FLOW, '', { ...KEPT, maxAge: 0 }));
    const flow = parse(request.headers.cookie ?? '')[FLOW];
    const { secret } = await this.signOn.finish(request.url, flow, { client: clientOf(request), requestId: request.id });
    reply.header('set-cookie', sessionCookie(secret));
    reply.redirect('/', 302);
  }
}
