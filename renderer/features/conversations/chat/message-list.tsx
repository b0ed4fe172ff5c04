import { Caption1Strong, makeStyles, tokens } from '@fluentui/react-components';
import { useLayoutEffect, useMemo, useRef } from 'react';
import type { ChatMessage } from '../../../../app/domain/chat-message.ts';
import { useText } from '../../../ui/use-text.ts';
import { MessageGroupView } from './message-group-view.tsx';
import { groupMessages } from './message-groups.ts';

const useStyles = makeStyles({
  root: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    overflowX: 'hidden',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  // Few messages stand at the bottom, where the next one comes.
  first: { marginTop: 'auto' },
  day: { textAlign: 'center', color: tokens.colorNeutralForeground2 },
});

/** How far from the end one may have scrolled and still be taken along by a new message. */
const nearEndPx = 80;

interface MessageListProps {
  readonly messages: readonly ChatMessage[];
  readonly onLink: (address: string) => void;
  readonly onResend: (messageId: string) => void;
}

/** All messages, by day and sender; new ones are read out. */
export function MessageList({ messages, onLink, onResend }: MessageListProps) {
  const styles = useStyles();
  const text = useText();
  const days = useMemo(() => groupMessages(messages), [messages]);
  const list = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const last = messages[messages.length - 1];
  const lastOwn = messages.filter(({ direction }) => direction === 'Outgoing').pop();

  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return;
    if (isAtEnd.current || last?.direction === 'Outgoing') element.scrollTop = element.scrollHeight;
  }, [last]);
  // The room changes as the window does and as the field below grows.
  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      if (isAtEnd.current) element.scrollTop = element.scrollHeight;
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const onScroll = (): void => {
    const element = list.current;
    if (element === null || element.clientHeight === 0) return;
    const left = element.scrollHeight - element.scrollTop - element.clientHeight;
    isAtEnd.current = left < nearEndPx;
  };

  return (
    <div
      ref={list}
      className={styles.root}
      role="log"
      aria-live="polite"
      aria-label={text('chat.messages')}
      // Whoever has no mouse scrolls here with the keys.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region has to be reachable
      tabIndex={0}
      onScroll={onScroll}
    >
      <span className={styles.first} />
      {days.map((day) => (
        <MessageDayView key={day.startMs} label={dayLabel(day.startMs, Date.now(), text)}>
          {day.groups.map((group) => (
            <MessageGroupView
              key={group.id}
              group={group}
              lastOwnId={lastOwn?.id ?? null}
              onLink={onLink}
              onResend={onResend}
            />
          ))}
        </MessageDayView>
      ))}
    </div>
  );
}

function MessageDayView({ label, children }: { label: string; children: React.ReactNode }) {
  const styles = useStyles();
  return (
    <>
      <Caption1Strong className={styles.day}>{label}</Caption1Strong>
      {children}
    </>
  );
}

const dayMs = 24 * 60 * 60_000;

function dayLabel(startMs: number, nowMs: number, text: ReturnType<typeof useText>): string {
  const today = new Date(nowMs).setHours(0, 0, 0, 0);
  if (startMs === today) return text('chat.today');
  // Half a day of slack: days are 23 or 25 hours long twice a year.
  if (startMs > today - 1.5 * dayMs) return text('chat.yesterday');
  const format = { weekday: 'long', day: 'numeric', month: 'long' } as const;
  return new Date(startMs).toLocaleDateString(undefined, format);
}
