import type { StartActions } from '../../../app/domain/app-state.ts';
import type { TextKey } from '../../../app/i18n/text-key.ts';

export const quickDialActionNames = ['call', 'video', 'chat', 'meet', 'phone'] as const;

export type QuickDialActionName = (typeof quickDialActionNames)[number];

type Chord = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

interface Modifiers {
  readonly control: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
}

const plain: Modifiers = { control: false, alt: false, shift: false };

/** What each kind of Enter does. Control is Command on a Mac. */
const modifiers: Readonly<Record<QuickDialActionName, Modifiers>> = {
  call: plain,
  video: { ...plain, control: true },
  chat: { ...plain, shift: true },
  meet: { ...plain, alt: true },
  phone: { ...plain, control: true, shift: true },
};

/** What a pressed key asks for; null: it is no Enter of these. */
export const quickDialActionOf = (pressed: Chord): QuickDialActionName | null => {
  if (pressed.key !== 'Enter') return null;
  const control = pressed.ctrlKey || pressed.metaKey;
  const found = quickDialActionNames.find((name) => {
    const wanted = modifiers[name];
    return (
      wanted.control === control &&
      wanted.alt === pressed.altKey &&
      wanted.shift === pressed.shiftKey
    );
  });
  return found ?? null;
};

/** The keys of an action as an accelerator. */
export const quickDialKeys = (name: QuickDialActionName): string => {
  const { control, alt, shift } = modifiers[name];
  return [
    ...(control ? ['CommandOrControl'] : []),
    ...(alt ? ['Alt'] : []),
    ...(shift ? ['Shift'] : []),
    'Return',
  ].join('+');
};

/** Why an action cannot be had; null: it can. @param hasPhone the server knows a phone of the user */
export const quickDialRefusal = (
  name: QuickDialActionName,
  can: StartActions,
  hasPhone: boolean,
): TextKey | null => {
  switch (name) {
    case 'call':
      return can.startAudio ? null : 'conversations.notOffered';
    case 'video':
      return can.startAudioVideo ? null : 'conversations.notOffered';
    case 'chat':
      return can.startChat ? null : 'conversations.notOffered';
    case 'meet':
      return can.startMeeting ? null : 'conversations.meetNowNotOffered';
    case 'phone':
      if (!can.startPhoneAudio) return 'quickDial.noPhoneCalls';
      return hasPhone ? null : 'quickDial.noPhone';
  }
};
