import { Provider } from 'oidc-provider';

export const CLIENT = { clientId: 'registry', clientSecret: 'mot-bi-mat-chi-de-thu' };

/** A real provider without a sign-in form: every browser is the subject. */
export function providerAt(address: string, publicUrl: string, subject: () => string): Provider {
  const provider = new Provider(address, {
    clients: [{ client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret, redirect_uris: [`${publicUrl}/sign-in/oidc/callback`] }],
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    loadExistingGrant: async ({ oidc: { client, session, provider: own } }) => {
      const grant = new own.Grant({ clientId: client!.clientId, accountId: session!.accountId! });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
  });
  provider.use(async (context, next) => {
    if (!context.path.startsWith('/interaction/')) return next();
    return provider.interactionFinished(context.req, context.res, { login: { accountId: subject() } });
  });
  return provider;
}
