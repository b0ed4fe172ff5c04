import { channelOf, createApplication } from '../applications/lifecycle.ts';
import type { Application } from '../model/entities.ts';
import type { Account } from '../model/user-account.ts';
import type { World } from '../model/world.ts';
import { watchingPresence } from '../presence/presence.ts';
import { eventsHref } from '../resources/application-resource.ts';
import { PostedCallbacks } from './callbacks.ts';

/**
 * The application that the hosted service has for an account. It comes into being by itself and
 * needs no makeMeAvailable.
 */
export function hostedApplicationOf(world: World, account: Account, origin: string): Application {
  const known = world.applicationsOf(account).find(({ dialect }) => dialect === 'hosted');
  if (known !== undefined) return known;
  return watchingPresence(world, () => {
    const request = {
      endpointId: account.user.uri,
      culture: 'en-US',
      userAgent: 'hosted',
      type: 'Application',
    };
    const application = createApplication(world, account, request, { dialect: 'hosted' });
    application.available = true;
    application.supportedModalities = ['Messaging', 'Audio', 'Video'];
    application.supportedMessageFormats = ['Plain', 'Html'];
    application.callbacks = new PostedCallbacks({
      application,
      origin,
      token: world.callbackToken,
      href: (number) => eventsHref(application, '', number),
    });
    channelOf(world, application, '');
    return application;
  });
}
