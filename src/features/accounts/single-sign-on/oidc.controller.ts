import { Controller, Get, Req, Res } from '@nestjs/common';
import { parse, serialize } from 'cookie';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { sessionCookie } from '../../../platform/access/session-cookie.js';
import { clientOf } from '../../../platform/http/client.js';
import type { HttpReply, HttpRequest } from '../../../platform/http/request-id.js';
import { wantsPage } from '../../../platform/web/web.routes.js';
import { SingleSignOnService } from './single-sign-on.service.js';

/** `Lax`, unlike the session’s cookie, because the browser returns by a link from another site. */
const FLOW_COOKIE = '__Host-dvk-oidc';
const COOKIE_OPTIONS = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const;
const FLOW_SECONDS = 600;

/** Why a person could not sign in, in both languages: the sign-in page reads it from here. No link can set it, unlike an address. */
const REFUSAL_COOKIE = '__Host-dvk-refusal';
const REFUSAL_OPTIONS = { path: '/', secure: true, sameSite: 'strict', maxAge: 60 } as const;

interface RedirectReply extends HttpReply {
  redirect(url: string, status: number): unknown;
}
type OidcRequest = HttpRequest & { readonly url: string };

/** Routes instead of mutations, because the browser is redirected to another site and back. */
@Controller('sign-in/oidc')
export class OidcController {
  constructor(private readonly signOn: SingleSignOnService) {}

  @Get()
  begin(@Req() request: OidcRequest, @Res() reply: RedirectReply): Promise<void> {
    return this.orSay(request, reply, async () => {
      const { url, flow } = await this.signOn.begin({ client: clientOf(request), requestId: request.id });
      reply.header('set-cookie', serialize(FLOW_COOKIE, flow, { ...COOKIE_OPTIONS, maxAge: FLOW_SECONDS }));
      reply.redirect(url, 302);
    });
  }

  @Get('callback')
  finish(@Req() request: OidcRequest, @Res() reply: RedirectReply): Promise<void> {
    return this.orSay(request, reply, async () => {
      reply.header('set-cookie', serialize(FLOW_COOKIE, '', { ...COOKIE_OPTIONS, maxAge: 0 }));
      const flow = parse(request.headers.cookie ?? '')[FLOW_COOKIE];
      const { secret } = await this.signOn.finish(request.url, flow, { client: clientOf(request), requestId: request.id });
      reply.header('set-cookie', sessionCookie(secret));
      reply.redirect('/', 302);
    });
  }

  /**
   * A person who is refused is back at the sign-in page with the sentence; a program gets the error, and so does a person whose connection is not
   * encrypted: there the browser would not keep the sentence.
   */
  private async orSay(request: OidcRequest, reply: RedirectReply, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof DomainError) || error.category === 'notFound' || !wantsPage(request)) throw error;
      if (clientOf(request).transport === 'open') throw error;
      reply.header('set-cookie', serialize(REFUSAL_COOKIE, JSON.stringify(error.text), REFUSAL_OPTIONS));
      reply.redirect('/', 302);
    }
  }
}
