import { TransportError } from '../ports/http-transport.ts';
import { findApplications } from './application/find-applications.ts';
import { SignedInApplication } from './application/signed-in-application.ts';
import { Authenticator } from './auth/authenticator.ts';
import { type Syntax, ucwaCodecs } from './codec/ucwa-codecs.ts';
import { discoverUser } from './discovery/discover.ts';
import type { ChannelTimes } from './events/channel-times.ts';
import type { SignIn, SignInRequest, UcwaDependencies } from './sign-in-contract.ts';
import { AuthenticatedHttp } from './transport/authenticated-http.ts';
import { fromTransportError } from './transport/errors.ts';
import type { UcwaApplication } from './ucwa-application.ts';

export * from './sign-in-contract.ts';

/** `SignIn` with the times that a server and a user expect. */
export const signIn: SignIn = (request, dependencies) => signInWith(request, dependencies, {});

/**
 * Discovery, web ticket, application, makeMeAvailable.
 * @throws SignInProblemError when only the user can help; UcwaError otherwise, also when aborted
 */
export async function signInWith(
  request: SignInRequest,
  dependencies: UcwaDependencies,
  tuning: { readonly channelTimes?: ChannelTimes; readonly syntax?: Syntax },
): Promise<UcwaApplication> {
  const { transport, clock, logger } = dependencies;
  const { signal, credentials, ticket, onTicket, onStep } = request;
  const codecs = ucwaCodecs(tuning.syntax);
  onStep('discovering');
  const userUrl = await discoverUser(
    { transport, codecs, logger: logger.scoped('discovery'), signal },
    request.address,
    request.discoveryUrl,
  );
  const authenticator = new Authenticator({
    ...{ transport, clock, credentials, ticket, onTicket },
    logger: logger.scoped('auth'),
  });
  try {
    const http = new AuthenticatedHttp(transport, authenticator, codecs.accept);
    onStep('authenticating');
    const applicationsHref = await findApplications(http, authenticator, codecs, userUrl, signal);
    onStep('creating-application');
    const { userAgent, endpointId, culture, idleMs = () => 0 } = request;
    const settings = { userAgent, endpointId, culture };
    const application = await SignedInApplication.create(
      { dependencies, http, authenticator, codecs, settings, applicationsHref, idleMs, ...tuning },
      signal,
      () => onStep('making-available'),
    );
    if (!signal.aborted) return application;
    await application.signOut();
    throw fromTransportError(new TransportError('aborted', 'Aborted by the caller'), userUrl);
  } catch (error) {
    authenticator.stop();
    throw error;
  }
}
