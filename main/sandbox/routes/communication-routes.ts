import { publishCommunication } from '../events/conversation-events.ts';
import { ok, type Reply } from '../http/reply.ts';
import { audioPreferences, messageFormats, modalityTypes } from '../model/modalities.ts';
import { watchingPresence } from '../presence/presence.ts';
import { communicationResource } from '../resources/application-resource.ts';
import { conversationResource } from '../resources/conversation-resource.ts';
import { communicationHref, conversationHref } from '../resources/hrefs.ts';
import type { ApplicationContext, ApplicationRoute } from './context.ts';
import { putInput } from './put-input.ts';

function conversations({ application }: ApplicationContext): Reply {
  const all = [...application.conversations.values()];
  return ok({
    rel: 'conversations',
    _links: {
      self: { href: `${communicationHref(application)}/conversations` },
      conversation: all.map((conversation) => ({ href: conversationHref(conversation) })),
    },
    _embedded: { conversation: all.map(conversationResource) },
  });
}

function mediaPolicies({ application }: ApplicationContext): Reply {
  return ok({
    rel: 'mediaPolicies',
    audioVideoEncryption: 'Supported',
    audioBypass: 'Disabled',
    fipsCompliantMedia: 'NotRequired',
    portRange: 'Disabled',
    qualityOfService: 'Disabled',
    video: application.account.user.videoAllowed === false ? 'Disabled' : 'Enabled',
    _links: { self: { href: `${communicationHref(application)}/mediaPolicies` } },
  });
}

/** Changes how the user takes part: what is left out stays as it is. */
function write(context: ApplicationContext): Reply {
  const { application } = context;
  const input = putInput(context);
  const audioPreference = input.oneOf('audioPreference', audioPreferences);
  const phoneNumber = input.string('phoneNumber', { maxLength: 100 });
  const history = input.oneOf('conversationHistory', ['Enabled', 'Disabled']);
  const modalities = input.someOf('supportedModalities', modalityTypes);
  const formats = input.someOf('supportedMessageFormats', messageFormats);
  input.check();
  watchingPresence(context.world, () => {
    application.audioPreference = audioPreference ?? application.audioPreference;
    application.conversationHistory = history ?? application.conversationHistory;
    application.phoneNumber = phoneNumber ?? application.phoneNumber;
    application.supportedModalities = modalities ?? application.supportedModalities;
    application.supportedMessageFormats = formats ?? application.supportedMessageFormats;
  });
  publishCommunication(application);
  return ok(communicationResource(application));
}

export const communicationRoutes: readonly ApplicationRoute[] = [
  {
    method: 'GET',
    path: 'communication',
    handler: ({ application }) => ok(communicationResource(application)),
  },
  { method: 'PUT', path: 'communication', handler: write },
  { method: 'GET', path: 'communication/conversations', handler: conversations },
  { method: 'GET', path: 'communication/mediaPolicies', handler: mediaPolicies },
];
