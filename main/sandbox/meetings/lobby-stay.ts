import type { Conversation } from '../model/entities.ts';
import { reasons } from '../model/reasons.ts';
import type { World } from '../model/world.ts';
import { leaveMeeting } from './leave.ts';

/** Who waits in the lobby and is not let in for too long has to go. */
export function limitLobbyStay(world: World, { attendance }: Conversation): void {
  if (attendance?.inLobby !== true) return;
  world.timers.after(world.options.lobbyTimeoutMs, () => {
    if (!attendance.inLobby) return;
    for (const conversation of [...attendance.conversations])
      leaveMeeting(world, conversation, reasons.lobbyTimedOut);
  });
}
