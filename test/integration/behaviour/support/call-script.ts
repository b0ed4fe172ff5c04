import type { Call } from '../../../../app/domain/call.ts';
import { encodeMediaSdp } from '../../../../app/ucwa/hypermedia/media-sdp.ts';
import type { ScriptedEvent } from '../../../support/scripted-channel.ts';
import {
  embedded,
  invitationResource,
  type ScriptedStage,
} from '../../services/support/scripted-stage.ts';

export const incomingLinks = { acceptWithAnswer: '/inv/1/accept', decline: '/inv/1/decline' };

/** An event about the invitation at `/inv/1`, its resource embedded. */
export const invitationEvent = (
  type: string,
  resource: object,
  more: object = {},
): ScriptedEvent => [
  ...(['audioVideoInvitation', '/inv/1', type] as const),
  { ...embedded('audioVideoInvitation', resource), ...more },
];

const links = (hrefs: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(hrefs).map(([rel, href]) => [rel, { href }]));

/** The modality of the call at `/conv/1`. */
export const audioVideoEvent = (
  state: 'Connected' | 'Disconnected',
  more: Readonly<Record<string, string>> = {},
): ScriptedEvent => [
  ...(['audioVideo', '/conv/1/av', 'updated'] as const),
  embedded('audioVideo', {
    ...{ rel: 'audioVideo', state },
    _links: links({ self: '/conv/1/av', stopAudioVideo: '/conv/1/av/stop', ...more }),
  }),
];

/** Answers of endpoints of the other side, in one body, in the name of the invitation. */
export function negotiate(
  stage: ScriptedStage,
  ...answers: readonly {
    readonly links: Readonly<Record<string, string>>;
    readonly more?: object;
  }[]
): void {
  stage.sendFrom(
    { rel: 'audioVideoInvitation', href: '/inv/1' },
    ...answers.map(({ links: hrefs, more }, index): ScriptedEvent => {
      const href = `/inv/1/neg/${index}`;
      const resource = { ...{ rel: 'audioVideoNegotiation' }, ...more, _links: links(hrefs) };
      return [
        'audioVideoNegotiation',
        href,
        'updated',
        embedded('audioVideoNegotiation', resource),
      ];
    }),
  );
}

/** Somebody calls Alex. @param mediaOffer `data:` URI; else one that can be used */
export async function ringCall(stage: ScriptedStage, mediaOffer?: string): Promise<Call> {
  const offer = mediaOffer ?? encodeMediaSdp(await stage.remote.createOffer('remote', 'audio'));
  const resource = invitationResource('Incoming', { ...incomingLinks, mediaOffer: offer });
  stage.ucwa.on('POST /inv/1/accept', { status: 204 });
  stage.ucwa.on('POST /inv/1/decline', { status: 204 });
  stage.send(invitationEvent('started', resource));
  return stage.alex.ringing();
}

/** Alex calls; the server has told of it. Gives the call's id. */
export async function inviteSam(stage: ScriptedStage): Promise<string> {
  stage.ucwa.on('POST /apps/1/startAudio', { status: 201, headers: { Location: '/inv/1' } });
  const callId = await stage.alex.call('sip:sam@example.test');
  const { body } = await stage.ucwa.server.waitFor('POST', /startAudio/);
  const { operationId }: { operationId: string } = JSON.parse(body);
  const resource = invitationResource('Outgoing', {}, { operationId });
  stage.ucwa.on('GET /inv/1', { body: resource });
  stage.send(invitationEvent('started', resource));
  await stage.alex.until(({ calls }) => calls[callId]?.invitation);
  return callId;
}

/** Alex calls and is answered; the session at `/conv/1/session` can be renegotiated. Gives the id. */
export async function connectCall(stage: ScriptedStage): Promise<string> {
  const callId = await inviteSam(stage);
  const mediaAnswer = encodeMediaSdp(await stage.remote.createOffer('remote', 'audio'));
  negotiate(stage, { links: { mediaAnswer } });
  await stage.alex.inPhase(callId, 'connected');
  stage.ucwa.on('POST /conv/1/av/stop', { status: 204 });
  const session = {
    ...{ rel: 'audioVideoSession', state: 'Established' },
    _links: links({
      self: '/conv/1/session',
      conversation: '/conv/1',
      renegotiations: '/conv/1/session/renegotiations',
      resumeAudio: '/conv/1/session/resume',
    }),
  };
  stage.send(audioVideoEvent('Connected', { audioVideoSession: '/conv/1/session' }), [
    ...(['audioVideoSession', '/conv/1/session', 'added'] as const),
    embedded('audioVideoSession', session),
  ]);
  stage.ucwa.on('GET /conv/1/session', { body: session });
  await stage.alex.until(({ calls }) => calls[callId]?.can.hold);
  return callId;
}
