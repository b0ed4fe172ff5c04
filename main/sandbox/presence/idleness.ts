import type { Application } from '../model/entities.ts';
import type { Idleness } from '../model/user-account.ts';
import type { World } from '../model/world.ts';
import { watchingPresence } from './presence.ts';

function become(world: World, application: Application, idleness: Idleness): void {
  watchingPresence(world, () => {
    application.idleness = idleness;
  });
}

/**
 * The user is active on this endpoint. Without another report the endpoint goes inactive, then away.
 * The caller tells others of the presence that this changes.
 */
export function reportActivity(world: World, application: Application): void {
  application.account.lastActiveMs = world.nowMs();
  application.idleness = 'active';
  application.cancelIdleTimer();
  application.cancelIdleTimer = world.timers.after(application.inactiveTimeoutMs, () => {
    become(world, application, 'inactive');
    application.cancelIdleTimer = world.timers.after(world.options.awayTimeoutMs, () =>
      become(world, application, 'away'),
    );
  });
}
