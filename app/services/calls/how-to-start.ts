import { type Calling, isEmergencyNumber } from '../../domain/calling.ts';
import type { Importance } from '../../domain/importance.ts';
import type { CallModality } from '../../ports/media-engine.ts';
import { link } from '../../ucwa/hypermedia/links.ts';
import type { Resource } from '../../ucwa/hypermedia/resource.ts';
import {
  addPhoneAudio,
  startPhoneAudio,
  startPhoneAudioOnBehalf,
} from '../../ucwa/requests/phone-audio.ts';
import {
  startAudio,
  startAudioOnBehalf,
  startAudioVideo,
  startAudioVideoOnBehalf,
  startEmergencyCall,
} from '../../ucwa/requests/start-audio-video.ts';
import type { PostResult, UcwaClient } from '../../ucwa/ucwa-application.ts';
import { CommandFailure } from '../command-failure.ts';

/** Where somebody in an emergency is; what is empty is not sent. */
interface EmergencyLocation {
  readonly address: string;
  readonly building: string;
  readonly city: string;
  readonly state: string;
  readonly zip: string;
  readonly country: string;
}

/** What the command `calls.start` asks for. */
export interface StartCallInput {
  readonly to: string;
  readonly modality: CallModality;
  readonly subject?: string | undefined;
  readonly importance?: Importance | undefined;
  readonly threadId?: string | undefined;
  readonly joinAudioMuted?: boolean | undefined;
  readonly joinVideoMuted?: boolean | undefined;
  readonly via?: 'here' | 'phone' | undefined;
  readonly phoneNumber?: string | undefined;
  readonly onBehalfOf?: string | undefined;
  readonly emergency?: { readonly location: EmergencyLocation } | undefined;
}

/** What every call starts with. */
interface StartFields {
  readonly to: string;
  readonly operationId: string;
  readonly importance: Importance;
  readonly subject?: string;
  readonly threadId?: string;
}

/** What a call through this program has beside. */
interface MediaFields {
  readonly sessionContext: string;
  readonly mediaOffer: string;
  readonly joinAudioMuted?: boolean;
  readonly joinVideoMuted?: boolean;
}

/** The way that a call is started: with media of this program, or on the user's phone. */
export type HowToStart =
  | {
      readonly medium: 'here';
      readonly post: (
        client: UcwaClient,
        communication: Resource,
        fields: StartFields & MediaFields,
      ) => Promise<PostResult>;
    }
  | {
      readonly medium: 'phone';
      readonly post: (
        client: UcwaClient,
        communication: Resource,
        fields: StartFields,
      ) => Promise<PostResult>;
    };

/**
 * @param phoneNumber the own phone that rings when the call is made on it; null: the server chooses
 * @throws CommandFailure 'not-allowed' when the server offers no such way
 */
export function howToStart(
  communication: Resource,
  input: StartCallInput,
  phoneNumber: string | null,
): HowToStart {
  const offered = (rel: string): boolean => link(communication, rel) !== null;
  const way = input.via === 'phone' ? onPhone(input, phoneNumber) : here(input, offered);
  if (way !== null && offered(way.rel)) return way.start;
  throw new CommandFailure('not-allowed', 'error.notAllowed');
}

/**
 * Within a conversation that is there, on the user's phone.
 * @param phoneAudio the conversation's, as the server told it last
 * @throws CommandFailure 'not-allowed' when the server offers no such way
 */
export function howToAddPhone(phoneAudio: Resource | null, phoneNumber: string | null): HowToStart {
  if (phoneAudio === null || link(phoneAudio, 'addPhoneAudio') === null) {
    throw new CommandFailure('not-allowed', 'error.notPossibleNow');
  }
  const own = phoneNumber === null ? {} : { phoneNumber };
  return {
    medium: 'phone',
    post: (client, _communication, { to, operationId }) =>
      addPhoneAudio(client, phoneAudio, { to, operationId, ...own }),
  };
}

interface Way {
  readonly rel: string;
  readonly start: HowToStart;
}

function onPhone({ onBehalfOf }: StartCallInput, number: string | null): Way {
  const own = number === null ? {} : { phoneNumber: number };
  if (onBehalfOf === undefined) {
    return {
      rel: 'startPhoneAudio',
      start: {
        medium: 'phone',
        post: (client, from, fields) => startPhoneAudio(client, from, { ...fields, ...own }),
      },
    };
  }
  return {
    rel: 'startPhoneAudioOnBehalfOfDelegator',
    start: {
      medium: 'phone',
      post: (client, from, fields) =>
        startPhoneAudioOnBehalf(client, from, { ...fields, ...own, delegator: onBehalfOf }),
    },
  };
}

function here(
  { modality, onBehalfOf: delegator, emergency }: StartCallInput,
  offered: (rel: string) => boolean,
): Way {
  if (delegator !== undefined) {
    const audioOnly = modality === 'audio' && offered('startAudioOnBehalfOfDelegator');
    const start = audioOnly ? startAudioOnBehalf : startAudioVideoOnBehalf;
    return {
      rel: `${audioOnly ? 'startAudio' : 'startAudioVideo'}OnBehalfOfDelegator`,
      start: {
        medium: 'here',
        post: (client, from, fields) => start(client, from, { ...fields, delegator }),
      },
    };
  }
  if (emergency !== undefined && offered('startEmergencyCall')) {
    const said = Object.entries(emergency.location).filter(([, part]) => part.trim() !== '');
    const place: Partial<EmergencyLocation> = Object.fromEntries(said);
    return {
      rel: 'startEmergencyCall',
      start: {
        medium: 'here',
        post: (client, from, fields) => startEmergencyCall(client, from, { ...fields, ...place }),
      },
    };
  }
  const audioOnly = modality === 'audio' && offered('startAudio');
  const post = audioOnly ? startAudio : startAudioVideo;
  return {
    rel: audioOnly ? 'startAudio' : 'startAudioVideo',
    start: { medium: 'here', post },
  };
}

/**
 * Nobody gets through to emergency services without having said that they mean to.
 * @throws CommandFailure 'not-allowed' with `error.confirmEmergency`
 */
export function checkEmergency(input: StartCallInput, calling: Calling): void {
  if (input.emergency !== undefined || !isEmergencyNumber(input.to, calling)) return;
  throw new CommandFailure('not-allowed', 'error.confirmEmergency', { typed: input.to });
}
