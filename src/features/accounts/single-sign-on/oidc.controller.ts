import { Controller, Get, Req, Res } from '@nestjs/common';
import { parse, serialize } from 'cookie';
import { sessionCookie } from '../../../platform/access/session-cookie.js';
import { clientOf } from '../../../platform/http/client.js';
import type { HttpReply, HttpRequest } from '../../../platform/http/request-id.js';
import { SingleSignOnService } from './single-sign-on.service.js';

/** `Lax`, unlike the session’s cookie, because the browser returns by a link from another site. */
const FLOW_COOKIE = '__Host-dvk-oidc';
const COOKIE_OPTIONS = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const;
const FLOW_SECONDS = 600;

interface RedirectReply extends HttpReply {
  redirect(url: string, status: number): unknown;
}
type OidcRequest = HttpRequest & { readonly url: string };

/** Routes instead of mutations, because the browser is redirected to another site and back. */
@Controller('sign-in/oidc')
export class OidcController {
  constructor(private readonly signOn: SingleSignOnService) {}

  @Get()
  async begin(@Req() request: OidcRequest, @Res() reply: RedirectReply): Promise<void> {
    const { url, flow } = await this.signOn.begin({ client: clientOf(request), requestId: request.id });
    reply.header('set-cookie', serialize(FLOW_COOKIE, flow, { ...COOKIE_OPTIONS, maxAge: FLOW_SECONDS }));
    reply.redirect(url, 302);
  }

  @Get('callback')
  async finish(@Req() request: OidcRequest, @Res() reply: RedirectReply): Promise<void> {
    reply.header('set-cookie', serialize(FLOW_COOKIE, '', { ...COOKIE_OPTIONS, maxAge: 0 }));
    const flow = parse(request.headers.cookie ?? '')[FLOW_COOKIE];
    const { secret } = await this.signOn.finish(request.url, flow, { client: clientOf(request), requestId: request.id });
    reply.header('set-cookie', sessionCookie(secret));
    reply.redirect('/', 302);
  }
}
