import { leaveCalls } from '../calls/end-call.ts';
import { leaveChats } from '../chat/chat.ts';
import { EventChannel } from '../events/event-channel.ts';
import { leaveMeetings } from '../meetings/leave.ts';
import type { Application } from '../model/entities.ts';
import { applicationId, hexId } from '../model/ids.ts';
import type { Account } from '../model/user-account.ts';
import type { World } from '../model/world.ts';
import { stopContactsSubscription } from '../people/contacts-subscription.ts';
import { watchingPresence } from '../presence/presence.ts';
import { eventsHref } from '../resources/application-resource.ts';

/** What a client says of itself when it registers. */
export interface ApplicationRequest {
  readonly endpointId: string;
  readonly culture: string;
  readonly userAgent: string;
  readonly type: string;
}

/** A living application of the same user with the same four features. */
export function findSame(
  world: World,
  account: Account,
  request: ApplicationRequest,
): Application | undefined {
  return world
    .applicationsOf(account)
    .find(
      (application) =>
        application.dialect === 'ucwa' &&
        application.endpointId === request.endpointId &&
        application.culture === request.culture &&
        application.userAgent === request.userAgent &&
        application.type === request.type,
    );
}

export function createApplication(
  world: World,
  account: Account,
  request: ApplicationRequest,
  kind: { readonly dialect?: Application['dialect']; readonly family?: 'oauth' | 'psanon' } = {},
): Application {
  const id = applicationId();
  const application: Application = {
    id,
    base: `/ucwa/${kind.family ?? 'oauth'}/v1/applications/${id}`,
    dialect: kind.dialect ?? 'ucwa',
    account,
    ...request,
    embedsMedia: world.options.embedding === 'full',
    channels: new Map(),
    conversations: new Map(),
    invitations: new Map(),
    subscriptions: new Map(),
    contactsSubscription: { state: 'Disconnected', endsMs: 0, cancelTimers: [] },
    available: false,
    idleness: 'active',
    inactiveTimeoutMs: world.options.inactiveTimeoutMs,
    cancelIdleTimer: () => undefined,
    supportedModalities: [],
    supportedMessageFormats: ['Plain'],
    audioPreference: 'PhoneAudio',
    phoneNumber: undefined,
    conversationHistory: 'Enabled',
    etag: hexId().slice(0, 10),
    cancelExpiry: () => undefined,
    callbacks: undefined,
  };
  world.applications.set(id, application);
  return application;
}

/** The event channel of one instance of an application, made when first asked for. */
export function channelOf(
  world: World,
  application: Application,
  instanceId: string,
): EventChannel {
  const known = application.channels.get(instanceId);
  if (known !== undefined) return known;
  const channel = new EventChannel({
    timers: world.timers,
    times: world.options.eventChannel,
    href: (ack) => eventsHref(application, instanceId, ack),
    onHanging: (hanging) => (hanging ? application.cancelExpiry() : awaitPoll(world, application)),
    onResumed: () => forgetCommunications(world, application),
  });
  application.channels.set(instanceId, channel);
  awaitPoll(world, application);
  return channel;
}

/** The application ends unless an event request comes in time, or its events are posted to it. */
function awaitPoll(world: World, application: Application): void {
  application.cancelExpiry();
  if (!world.applications.has(application.id)) return;
  application.cancelExpiry = world.timers.after(world.options.applicationTimeoutMs, () => {
    const hangs = [...application.channels.values()].some((channel) => channel.hanging);
    if (hangs) return;
    if (application.callbacks?.inUse === true) awaitPoll(world, application);
    else endApplication(world, application);
  });
}

function cancelSubscriptions(application: Application): void {
  for (const subscription of application.subscriptions.values()) {
    for (const cancel of subscription.cancelTimers) cancel();
  }
  application.subscriptions.clear();
  stopContactsSubscription(application);
}

/** What a `resume` means: calls, chats and subscriptions are gone, the application lives on. */
function forgetCommunications(world: World, application: Application): void {
  leaveCalls(world, application);
  leaveChats(world, application);
  leaveMeetings(world, application);
  cancelSubscriptions(application);
  application.conversations.clear();
  application.invitations.clear();
}

/** Signs the application out: its calls end, others see the presence change, its event request ends. */
export function endApplication(world: World, application: Application): void {
  watchingPresence(world, () => {
    forgetCommunications(world, application);
    world.applications.delete(application.id);
  });
  application.callbacks?.stop();
  application.cancelExpiry();
  application.cancelIdleTimer();
  for (const channel of application.channels.values()) channel.end('ended');
  application.account.lastActiveMs = world.nowMs();
}
