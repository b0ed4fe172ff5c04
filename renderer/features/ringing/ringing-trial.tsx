import type { AlertTrial } from '../../../app/domain/alert-trial.ts';
import { useSend } from '../../store/commands.tsx';
import { useMain } from '../../store/hooks.ts';
import { PlayRegular } from '../../ui/icons.ts';
import { useText } from '../../ui/use-text.ts';
import { AlertButtons } from './alert-buttons.tsx';
import { RingFrame } from './ring-frame.tsx';

/** A cell of the alert matrix that the user tries: as from themselves. */
export function RingingTrial({ trial }: { readonly trial: AlertTrial }) {
  const text = useText();
  const send = useSend();
  const me = useMain((state) => state.me);
  const stop = (): void => send('alerts.endTrial', undefined);
  const { kind, importance } = trial;
  const what = text(`alert.kind.${kind}`);
  return (
    <RingFrame
      importance={importance}
      kind={
        importance === 'Normal'
          ? what
          : text('alert.trial.title', { what, importance: text(`importance.${importance}`) })
      }
      sign={<PlayRegular aria-hidden="true" />}
      name={me?.name ?? ''}
      uri={me?.uri ?? ''}
      subject=""
      facts={[text('alert.trial.body')]}
      place="window"
      onEscape={stop}
    >
      <AlertButtons buttons={[{ label: text('alert.trial.stop'), onClick: stop }]} />
    </RingFrame>
  );
}
