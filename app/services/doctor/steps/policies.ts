import type { DoctorRemark } from '../../../domain/doctor.ts';
import { propertyTypes } from '../../../ucwa/catalogue/property-type.ts';
import { follow } from '../../../ucwa/follow/follow.ts';
import { known } from '../../../ucwa/follow/known-resource.ts';
import type { ReadResource } from '../../../ucwa/follow/read-resource.ts';
import { embeddedOne, link, requireLink } from '../../../ucwa/hypermedia/links.ts';
import type { Resource } from '../../../ucwa/hypermedia/resource.ts';
import type { UcwaClient } from '../../../ucwa/ucwa-application.ts';
import { UcwaError } from '../../../ucwa/ucwa-error.ts';
import { describeUcwaError } from '../../command-failure.ts';
import type { Examination } from '../examination.ts';
import { advise, failedBy, finding, passed, type StepOutcome } from '../remarks.ts';
import { afterSignIn } from './after-sign-in.ts';

/** What a user wants to do, and the links of `communication` of which one is enough. */
const rights = {
  messaging: ['startMessaging'],
  audio: ['startAudio', 'startAudioVideo'],
  video: ['startVideo', 'startAudioVideo'],
  meetings: ['startOnlineMeeting'],
  joining: ['joinOnlineMeeting'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

const rightNames = [
  'messaging',
  'audio',
  'video',
  'meetings',
  'joining',
] as const satisfies readonly (keyof typeof rights)[];

/** Looks at what the server lets the user do: without a link there is no right. */
export async function readRights(
  examination: Examination,
  signal: AbortSignal,
): Promise<StepOutcome> {
  const { signedIn, application } = examination;
  if (signedIn === null || application === null) return afterSignIn(examination);
  try {
    const communication = await communicationOf(signedIn.client, application, signal);
    const policies = await policiesOf(signedIn.client, application, signal);
    const has = (rel: string): boolean => link(communication, rel) !== null;
    const links = [...new Set(rightNames.flatMap((name) => rights[name]))].filter(has);
    const allowed = finding('allowed', { links: links.join(', ') || '-' });
    const missing = rightNames.filter((name) => !rights[name].some(has));
    if (missing.length === 0) return passed(finding('allAllowed'), allowed, policies);
    return {
      status: 'warning',
      findings: [...missing.map((name) => finding(`notAllowed.${name}`)), allowed, policies],
      advice: advise('policies'),
    };
  } catch (error) {
    return failedBy(error, examination.domain);
  }
}

async function communicationOf(
  client: UcwaClient,
  application: Resource,
  signal: AbortSignal,
): Promise<Resource> {
  const embedded = embeddedOne(application, 'communication');
  return embedded ?? client.get(requireLink(application, 'communication').href, { signal });
}

/** Not every server has them to tell, and a sign-in goes on without. */
async function policiesOf(
  client: UcwaClient,
  application: Resource,
  signal: AbortSignal,
): Promise<DoctorRemark> {
  try {
    const root = known('application', application);
    const policies = await follow(client, root, 'policies', undefined, { signal });
    return finding('policies', { policies: switches(policies) || '-' });
  } catch (error) {
    if (!(error instanceof UcwaError)) throw error;
    return finding('policiesMissing', { detail: describeUcwaError(error) });
  }
}

/** Those that are one of several words; the others may name people and numbers. */
function switches({ values }: ReadResource<'policies'>): string {
  const words = [...propertyTypes('policies')].flatMap((type) =>
    type.kind === 'enumeration' && !type.list ? type.name : [],
  );
  return Object.entries(values)
    .filter(([name, value]) => words.includes(name) && typeof value === 'string')
    .map(([name, value]) => `${name}=${String(value)}`)
    .join(', ');
}
