import type { Unacknowledged } from '../../../app/domain/unacknowledged.ts';
import { useSend } from '../../store/commands.tsx';
import { useMain } from '../../store/hooks.ts';
import { CallMissedRegular, CallRegular, CheckmarkRegular } from '../../ui/icons.ts';
import { formatMoment } from '../../ui/moment.ts';
import { useText } from '../../ui/use-text.ts';
import { type AlertButton, AlertButtons } from './alert-buttons.tsx';
import { RingFrame } from './ring-frame.tsx';

/** Something that was to be acknowledged, and is over without that. */
export function RingingItem({ item }: { readonly item: Unacknowledged }) {
  const text = useText();
  const send = useSend();
  const canCall = useMain(({ can }) => can.startAudio);
  const { id, from, importance, kind, sinceMs, subject, told } = item;
  const seen: AlertButton = {
    label: text('alert.acknowledge'),
    icon: <CheckmarkRegular />,
    onClick: () => send('alerts.acknowledge', { alertId: id }),
  };
  const callBack: AlertButton = {
    label: text('alert.callBack'),
    icon: <CallRegular />,
    disabled: !canCall || from.uri === '',
    onClick: () => {
      send('alerts.acknowledge', { alertId: id });
      send('window.show', { conversationId: null });
      send('calls.start', { to: from.uri, modality: 'audio' });
    },
  };
  const time = formatMoment(sinceMs, Date.now());
  const facts = [
    text('alert.nobodyReacted', { time }),
    ...(told === null ? [] : [text('alert.told', { name: told.name || told.uri })]),
  ];
  return (
    <RingFrame
      importance={importance}
      kind={text(importance === 'Normal' ? 'alert.missed' : `alert.missed.${importance}`)}
      sign={<CallMissedRegular aria-hidden="true" />}
      name={from.name || text('ring.unknownCaller')}
      uri={from.uri}
      about={text(`alert.kind.${kind}`)}
      subject={subject}
      facts={facts}
      place="window"
      onEscape={seen.onClick}
    >
      <AlertButtons buttons={[seen, callBack]} />
    </RingFrame>
  );
}
