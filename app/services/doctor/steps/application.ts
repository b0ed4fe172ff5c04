import { createApplication } from '../../../ucwa/application/create-application.ts';
import { embeddedOne, requireLink } from '../../../ucwa/hypermedia/links.ts';
import { readMe } from '../../../ucwa/resources/me.ts';
import { hostOf } from '../../../ucwa/transport/trusted-url.ts';
import type { Examination } from '../examination.ts';
import { failedBy, finding, passed, type StepOutcome } from '../remarks.ts';
import { afterSignIn } from './after-sign-in.ts';

/**
 * Opens an application of its own: with another endpoint and another program name than Parley's, so
 * that one that runs is not disturbed, and without `makeMeAvailable`, so that presence stays as it is.
 */
export async function openApplication(examination: Examination): Promise<StepOutcome> {
  const { signedIn, applicationsUrl, codecs, dependencies } = examination;
  if (signedIn === null || applicationsUrl === null) return afterSignIn(examination);
  const { http, authenticator } = signedIn;
  const { userAgent: ownUserAgent, culture } = dependencies.identity;
  const userAgent = `${ownUserAgent} doctor`;
  const settings = { userAgent, culture, endpointId: dependencies.ucwa.random.uuid() };
  const asked = finding('userAgent', { userAgent });
  // Not to be cancelled: a server that has the request makes an application, which must be closed.
  const { signal } = new AbortController();
  examination.creating = createApplication(http, codecs, applicationsUrl, settings, signal);
  try {
    const application = await examination.creating;
    examination.application = application;
    authenticator.trust(requireLink(application, 'events').href);
    const me = embeddedOne(application, 'me');
    examination.masks.person((me === null ? null : readMe(me).name) ?? '');
    return passed(finding('applicationCreated', { host: hostOf(applicationsUrl) }), asked);
  } catch (error) {
    return failedBy(error, hostOf(applicationsUrl), asked);
  }
}
