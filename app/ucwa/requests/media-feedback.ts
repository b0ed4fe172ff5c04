import type { OperationInput } from '../catalogue/operation-types.ts';
import { follow } from '../follow/follow.ts';
import { known } from '../follow/known-resource.ts';
import type { Resource } from '../hypermedia/resource.ts';
import type { UcwaClient } from '../ucwa-application.ts';

/** How the media of a call ended, in UCWA's error codes. */
export type MediaDiagnosis = OperationInput<'reportMediaDiagnostics'>;

/** Tells how the media of a call ended. @param audioVideo the audioVideo resource */
export async function reportCallDiagnostics(
  client: UcwaClient,
  audioVideo: Resource,
  diagnosis: MediaDiagnosis,
): Promise<void> {
  await follow(client, known('audioVideo', audioVideo), 'reportMediaDiagnostics', diagnosis);
}

/** The same for a call that came to nothing. @param invitation the audioVideoInvitation resource */
export async function reportInvitationDiagnostics(
  client: UcwaClient,
  invitation: Resource,
  diagnosis: MediaDiagnosis,
): Promise<void> {
  const target = known('audioVideoInvitation', invitation);
  await follow(client, target, 'reportMediaDiagnostics', diagnosis);
}

/** Says how good a call was. @param session the audioVideoSession resource */
export async function publishCallQuality(
  client: UcwaClient,
  session: Resource,
  feedback: OperationInput<'publishCallQualityFeedback'>,
): Promise<void> {
  await follow(client, known('audioVideoSession', session), 'publishCallQualityFeedback', feedback);
}
