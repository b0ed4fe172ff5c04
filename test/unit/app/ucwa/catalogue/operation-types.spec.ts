import { describe, expectTypeOf, it } from 'vitest';
import type { enumerations } from '../../../../../app/ucwa/catalogue/generated/enumerations.ts';
import type { resources } from '../../../../../app/ucwa/catalogue/generated/resources.ts';
import type {
  MethodOf,
  OperationError,
  OperationInput,
  OperationKey,
  ReadName,
  ResponseName,
} from '../../../../../app/ucwa/catalogue/operation-types.ts';
import type {
  LinkRel,
  PropertyValues,
  ResourceName,
} from '../../../../../app/ucwa/catalogue/resource-types.ts';
import { follow } from '../../../../../app/ucwa/follow/follow.ts';
import type { KnownResource } from '../../../../../app/ucwa/follow/known-resource.ts';
import type { ReadResource } from '../../../../../app/ucwa/follow/read-resource.ts';
import type { UcwaClient } from '../../../../../app/ucwa/ucwa-application.ts';

/** Checked by the compiler: the type check of the tests fails when one does not hold. */
describe('the compiler knows', () => {
  it('the properties of a resource and their types', () => {
    expectTypeOf<PropertyValues<'mediaRelay'>['tcpPort']>().toEqualTypeOf<number | null>();
    expectTypeOf<PropertyValues<'conversation'>['created']>().toEqualTypeOf<number | null>();
    expectTypeOf<PropertyValues<'contact'>['emailAddresses']>().toEqualTypeOf<readonly string[]>();
    expectTypeOf<PropertyValues<'participant'>['inLobby']>().toEqualTypeOf<boolean | null>();
    expectTypeOf<'Alerting'>().toExtend<PropertyValues<'audioVideoInvitation'>['state']>();
    // A member that came later than this client.
    expectTypeOf<string>().toExtend<PropertyValues<'audioVideoInvitation'>['state']>();
    expectTypeOf<'colour'>().not.toExtend<keyof PropertyValues<'contact'>>();
  });

  it('how many resources and enumerations there are', () => {
    expectTypeOf<'userAcknowledged' | 'startAudio2'>().toExtend<keyof typeof resources>();
    expectTypeOf<'VideoSourcesAllowed'>().toExtend<keyof typeof enumerations>();
    expectTypeOf<'nothing'>().not.toExtend<ResourceName>();
  });

  it('the links of a resource, also those of its second revision', () => {
    expectTypeOf<'startAudioVideo'>().toExtend<LinkRel<'communication'>>();
    expectTypeOf<'muteAudio'>().not.toExtend<LinkRel<'communication'>>();
    expectTypeOf<'resetContactPrivacyRelationship'>().toExtend<
      LinkRel<'contactPrivacyRelationship'>
    >();
  });

  it('the methods of a resource', () => {
    expectTypeOf<MethodOf<'presence'>>().toEqualTypeOf<'GET' | 'POST'>();
    expectTypeOf<MethodOf<'group'>>().toEqualTypeOf<'GET' | 'PUT' | 'DELETE'>();
    expectTypeOf<MethodOf<'applications'>>().toEqualTypeOf<'GET' | 'POST'>();
    expectTypeOf<MethodOf<'userAcknowledged'>>().toEqualTypeOf<never>();
  });

  it('what can be done from a resource', () => {
    type FromMe = OperationKey<'me'>;
    expectTypeOf<'presence' | 'GET presence' | 'POST presence' | 'self'>().toExtend<FromMe>();
    expectTypeOf<'DELETE presence'>().not.toExtend<FromMe>();
    expectTypeOf<'startAudio'>().not.toExtend<FromMe>();
    // A picture is no resource, and videoFreeze has no documented operation.
    expectTypeOf<'photo'>().not.toExtend<FromMe>();
    expectTypeOf<'videoFreeze'>().not.toExtend<OperationKey<'audioVideo'>>();
  });

  it('the input of an operation: what is required, what may be left out, what there is not', () => {
    type StartAudio = OperationInput<'startAudio'>;
    expectTypeOf<{ to: string }>().toExtend<StartAudio>();
    expectTypeOf<{ to: string; importance: 'Urgent' }>().toExtend<StartAudio>();
    expectTypeOf<{ operationId: string }>().not.toExtend<StartAudio>();
    expectTypeOf<{ to: string; importance: 'Extreme' }>().not.toExtend<StartAudio>();
    expectTypeOf<{ to: string; joinAudioMuted: 'yes' }>().not.toExtend<StartAudio>();
    expectTypeOf<'colour'>().not.toExtend<keyof StartAudio>();
    expectTypeOf<'callbackUrl'>().toExtend<keyof OperationInput<'startAudioVideo'>>();
  });

  it('that a raw body is an input like any other', () => {
    type Answer = OperationInput<'acceptWithAnswer'>;
    expectTypeOf<{ sdp: string; sessionContext: string }>().toExtend<Answer>();
    expectTypeOf<{ sessionContext: string }>().not.toExtend<Answer>();
    type Message = OperationInput<'sendMessage'>;
    expectTypeOf<{ operationId: string; text: string; format: 'Plain' }>().toExtend<Message>();
    expectTypeOf<{ operationId: string; text: string }>().not.toExtend<Message>();
  });

  it('that nothing is required of a PUT', () => {
    expectTypeOf<Record<never, never>>().toExtend<OperationInput<'group2', 'PUT'>>();
  });

  it('what an operation gives', () => {
    expectTypeOf<ResponseName<'startAudio', 'POST'>>().toEqualTypeOf<'audioVideoInvitation'>();
    expectTypeOf<
      ResponseName<'renegotiations', 'POST'>
    >().toEqualTypeOf<'audioVideoRenegotiation'>();
    expectTypeOf<ResponseName<'decline', 'POST'>>().toEqualTypeOf<never>();
  });
});

describe('the compiler also knows', () => {
  it('the lengths', () => {
    type Body = (typeof resources)['startAudioVideo']['operations']['POST']['body'];
    expectTypeOf<Body['operationId']['maxLength']>().toEqualTypeOf<50>();
    expectTypeOf<Body['subject']['maxLength']>().toEqualTypeOf<250>();
    expectTypeOf<Body['callbackUrl']['maxLength']>().toEqualTypeOf<1024>();
  });

  it('the errors of an operation', () => {
    type Errors = OperationError<'startPhoneAudio'>;
    expectTypeOf<'400 BadRequest/NormalizationFailed' | '409 Conflict'>().toExtend<Errors>();
    expectTypeOf<'404 NotFound/DestinationNotFound'>().not.toExtend<Errors>();
    expectTypeOf<'404 NotFound/DestinationNotFound'>().toExtend<
      OperationError<'joinOnlineMeeting'>
    >();
    expectTypeOf<OperationError<'reason'>>().toEqualTypeOf<never>();
  });

  it('which resource one is but a way to', () => {
    expectTypeOf<ReadName<'derivedConversation'>>().toEqualTypeOf<'conversation'>();
    expectTypeOf<ReadName<'conversation'>>().toEqualTypeOf<'conversation'>();
  });
});

describe('the compiler holds calls of follow to that', () => {
  interface From {
    readonly client: UcwaClient;
    readonly me: KnownResource<'me'>;
    readonly communication: KnownResource<'communication'>;
    readonly conversation: KnownResource<'conversation'>;
    readonly forwarding: KnownResource<'callForwardingSettings'>;
  }

  it('with the type of each result', () => {
    const get = ({ client, me }: From) => follow(client, me, 'presence');
    expectTypeOf<Awaited<ReturnType<typeof get>>>().toEqualTypeOf<ReadResource<'presence'>>();

    const start = ({ client, communication }: From) =>
      follow(client, communication, 'startAudioVideo', { to: 'sip:sam@example.test' });
    expectTypeOf<
      Awaited<ReturnType<typeof start>>['created']
    >().toEqualTypeOf<ReadResource<'audioVideoInvitation'> | null>();

    const set = ({ client, me }: From) =>
      follow(client, me, 'POST presence', { availability: 'Busy' });
    expectTypeOf<Awaited<ReturnType<typeof set>>['created']>().toEqualTypeOf<null>();

    const leave = ({ client, conversation }: From) => follow(client, conversation, 'DELETE self');
    expectTypeOf<Awaited<ReturnType<typeof leave>>>().toEqualTypeOf<undefined>();

    const change = ({ client, forwarding }: From) =>
      follow(client, forwarding, 'PUT self', { activePeriod: 'Always' });
    expectTypeOf<Awaited<ReturnType<typeof change>>>().toExtend<object | null>();
  });

  it('with the input where it must be given', () => {
    const start = follow<'communication', 'startAudio'>;
    type Start = Parameters<typeof start>;
    expectTypeOf<Start>().not.toExtend<
      [UcwaClient, KnownResource<'communication'>, 'startAudio']
    >();
    expectTypeOf<
      [UcwaClient, KnownResource<'communication'>, 'startAudio']
    >().not.toExtend<Start>();
    const report = follow<'me', 'reportMyActivity'>;
    expectTypeOf<[UcwaClient, KnownResource<'me'>, 'reportMyActivity']>().toExtend<
      Parameters<typeof report>
    >();
  });
});
