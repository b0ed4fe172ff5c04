import type { AppState } from '../../app/domain/app-state.ts';
import type { Call } from '../../app/domain/call.ts';
import { readDialTarget } from '../../app/domain/dialing.ts';
import { rankPeople } from '../../app/domain/people-search.ts';
import type { PreferredAvailability } from '../../app/domain/presence.ts';
import { activeCall, mostPressingRingingCall } from '../../app/domain/selectors.ts';
import type { TextKey, TextValues } from '../../app/i18n/text-key.ts';
import type { Translator } from '../../app/i18n/translator.ts';
import type { CommandReply } from '../../app/ipc/contract.ts';
import { callerName } from '../desktop/call-notification.ts';
import type { CallVerbs, VerbOutcome } from '../desktop/call-verbs.ts';
import type { StateSource } from '../desktop/subscriber.ts';
import type { CommandEndpoint } from '../ipc/command-endpoint.ts';
import { statusText } from './status-text.ts';
import type { Verb, VerbReply } from './verb.ts';

/** How many of those who fit are named when a name is not enough. */
const mostNamed = 10;
const origin = { surface: 'commandLine' } as const;

export interface VerbDeskParts {
  readonly source: StateSource;
  readonly verbs: CallVerbs;
  readonly endpoint: CommandEndpoint;
  /** Brings up the window that a call is seen in, without taking the keyboard. */
  readonly showCalls: () => void;
  readonly translator: Translator;
}

/** Carries out what the command line asks for, and says in plain words what became of it. */
export class VerbDesk {
  readonly #parts: VerbDeskParts;

  constructor(parts: VerbDeskParts) {
    this.#parts = parts;
  }

  async run(verb: Verb): Promise<VerbReply> {
    const { source, translator, verbs } = this.#parts;
    if (verb.name === 'status') return { done: true, text: statusText(source.state, translator) };
    if (verb.name === 'raise') return this.#after(verbs.raise(), 'verbs.raised');
    if (!isSignedIn(source.state)) return this.#no('verbs.notSignedIn');
    switch (verb.name) {
      case 'answer':
        return this.#ringing((call) =>
          this.#about(call, verbs.answer('commandLine'), 'verbs.answered'),
        );
      case 'answer-video':
        return this.#ringing((call) =>
          this.#about(call, verbs.answerWithVideo('commandLine'), 'verbs.answered'),
        );
      case 'decline':
        return this.#ringing((call) =>
          this.#about(call, verbs.decline('commandLine'), 'verbs.declined'),
        );
      case 'hangup':
        return this.#active((call) =>
          this.#about(call, verbs.hangUp('commandLine'), 'verbs.hungUp'),
        );
      case 'mute':
        return this.#active((call) =>
          this.#after(
            verbs.toggleMute('commandLine'),
            call.sending.audio ? 'verbs.muted' : 'verbs.unmuted',
          ),
        );
      case 'hold':
        return this.#active((call) =>
          this.#about(
            call,
            verbs.toggleHold('commandLine'),
            call.hold.local ? 'verbs.resumed' : 'verbs.held',
          ),
        );
      case 'dial':
        return await this.#dial(verb.text);
      case 'presence':
        return await this.#setPresence(verb.availability);
    }
  }

  #ringing(then: (call: Call) => VerbReply): VerbReply {
    const call = mostPressingRingingCall(this.#parts.source.state);
    return call === null ? this.#no('verbs.nothingRings') : then(call);
  }

  #active(then: (call: Call) => VerbReply): VerbReply {
    const call = activeCall(this.#parts.source.state);
    return call === null ? this.#no('verbs.noCall') : then(call);
  }

  #about(call: Call, outcome: VerbOutcome, doneKey: TextKey): VerbReply {
    const name = callerName(call, this.#parts.translator.translate);
    return this.#after(outcome, doneKey, { name });
  }

  #after(outcome: VerbOutcome, doneKey: TextKey, values?: TextValues): VerbReply {
    return outcome === 'done' ? this.#yes(doneKey, values) : this.#no(`verbs.${outcome}`);
  }

  /** Only whom the text names beyond doubt: nobody sees a list to choose from. */
  async #dial(text: string): Promise<VerbReply> {
    const { source, endpoint, showCalls } = this.#parts;
    const { people, settings } = source.state;
    const everybody = Object.values(people);
    const target = readDialTarget(text, { people: everybody, region: settings.region });
    if (!target.ok && target.error === 'several-named') {
      const names = rankPeople(text, everybody).map(({ name, uri }) => `  ${name} <${uri}>`);
      return this.#no('verbs.severalNamed', {
        text,
        names: names.slice(0, mostNamed).join('\n'),
      });
    }
    // Everything else that is wrong with the text, the command says.
    const to = target.ok ? target.value.uri : text;
    const reply = await endpoint.run('calls.start', { to, modality: 'audio' }, origin);
    if (!reply.ok) return this.#refused(reply);
    showCalls();
    return this.#yes('verbs.dialed', { name: target.ok ? target.value.name : text });
  }

  async #setPresence(availability: PreferredAvailability): Promise<VerbReply> {
    const { source, endpoint, translator } = this.#parts;
    if (source.state.me?.canSetPresence !== true) return this.#no('verbs.notPossible');
    const reply = await endpoint.run('presence.set', { availability }, origin);
    if (!reply.ok) return this.#refused(reply);
    const presence = translator.translate(`presence.preferred.${availability}`);
    return this.#yes('verbs.presenceSet', { presence });
  }

  #refused({ error }: Extract<CommandReply<'calls.start'>, { ok: false }>): VerbReply {
    const { translate, translateData } = this.#parts.translator;
    const text = translateData(error.messageKey, error.values) ?? translate('error.internal');
    return { done: false, text };
  }

  readonly #yes = (key: TextKey, values?: TextValues): VerbReply => ({
    done: true,
    text: this.#parts.translator.translate(key, values),
  });

  readonly #no = (key: TextKey, values?: TextValues): VerbReply => ({
    done: false,
    text: this.#parts.translator.translate(key, values),
  });
}

const isSignedIn = ({ session }: AppState): boolean =>
  session.phase === 'online' || session.phase === 'recovering';
