import type { PreferredAvailability } from '../../app/domain/presence.ts';
import type { CallModality } from '../../app/ports/media-engine.ts';
import type { CommandEndpoint, CommandOrigin } from '../ipc/command-endpoint.ts';

/** A part of the desktop that the user asks something of; windows ask through commands of their own. */
export type Surface = Exclude<CommandOrigin, { surface: 'window' }>['surface'];

/**
 * What the desktop's surfaces do to calls and invitations: the same commands that pages send. A command that fails
 * is logged by the endpoint, and the state says what became of the call.
 */
export class CallActions {
  readonly #endpoint: CommandEndpoint;

  constructor(endpoint: CommandEndpoint) {
    this.#endpoint = endpoint;
  }

  answer(callId: string, modality: CallModality, surface: Surface): void {
    void this.#endpoint.run('calls.answer', { callId, modality }, { surface });
  }

  answerOnPhone(callId: string, surface: Surface): void {
    void this.#endpoint.run('calls.answer', { callId, via: 'phone' }, { surface });
  }

  /** On all devices of the user: the caller has their answer. */
  declineWithMessage(callId: string, message: string, surface: Surface): void {
    void this.#endpoint.run('calls.decline', { callId, scope: 'Global', message }, { surface });
  }

  /** On this device only: others of the same user go on ringing. */
  decline(callId: string, surface: Surface): void {
    void this.#endpoint.run('calls.decline', { callId, scope: 'Local' }, { surface });
  }

  cancel(callId: string, surface: Surface): void {
    void this.#endpoint.run('calls.cancel', { callId }, { surface });
  }

  hangUp(callId: string, surface: Surface): void {
    void this.#endpoint.run('calls.hangUp', { callId }, { surface });
  }

  setSending(callId: string, audio: boolean, video: boolean, surface: Surface): void {
    void this.#endpoint.run('calls.setSending', { callId, audio, video }, { surface });
  }

  hold(callId: string, surface: Surface): void {
    void this.#endpoint.run('calls.hold', { callId }, { surface });
  }

  resume(callId: string, surface: Surface): void {
    void this.#endpoint.run('calls.resume', { callId }, { surface });
  }

  /** @param join into a meeting one comes with sound */
  acceptInvitation(conversationId: string, join: CallModality | undefined, surface: Surface): void {
    void this.#endpoint.run('conversations.accept', { conversationId, join }, { surface });
  }

  sendMessage(conversationId: string, text: string, surface: Surface): void {
    void this.#endpoint.run('conversations.send', { conversationId, text }, { surface });
  }

  /** The user saw an alert that is to be acknowledged. */
  acknowledge(alertId: string, surface: Surface): void {
    void this.#endpoint.run('alerts.acknowledge', { alertId }, { surface });
  }

  endTrial(surface: Surface): void {
    void this.#endpoint.run('alerts.endTrial', undefined, { surface });
  }

  declineInvitation(conversationId: string, surface: Surface): void {
    void this.#endpoint.run('conversations.decline', { conversationId }, { surface });
  }

  /** A call to somebody whom the user picked. */
  start(to: string, modality: CallModality, surface: Surface): void {
    void this.#endpoint.run('calls.start', { to, modality }, { surface });
  }

  /** A meeting of the user's own, with sound. @returns the conversation's id; null when the meeting could not be started */
  async startMeeting(surface: Surface): Promise<string | null> {
    const reply = await this.#endpoint.run(
      'conversations.startMeeting',
      { join: 'audio' },
      { surface },
    );
    return reply.ok ? reply.value.conversationId : null;
  }

  pauseAlerts(minutes: number, surface: Surface): void {
    void this.#endpoint.run('alerts.pause', { minutes }, { surface });
  }

  resumeAlerts(surface: Surface): void {
    void this.#endpoint.run('alerts.resume', {}, { surface });
  }

  clearNote(surface: Surface): void {
    void this.#endpoint.run('presence.setNote', { text: '' }, { surface });
  }

  setPresence(availability: PreferredAvailability, surface: Surface): void {
    void this.#endpoint.run('presence.set', { availability }, { surface });
  }
}
