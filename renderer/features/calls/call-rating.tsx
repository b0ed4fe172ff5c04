import { Body1, Button, makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { Call } from '../../../app/domain/call.ts';
import { useSend } from '../../store/commands.tsx';
import { StarFilled, StarRegular } from '../../ui/icons.ts';
import { useText } from '../../ui/use-text.ts';

const stars = [1, 2, 3, 4, 5] as const;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', alignItems: 'center' },
  stars: {
    display: 'flex',
    margin: 0,
    padding: 0,
    border: 'none',
    color: tokens.colorBrandForeground1,
  },
});

/** One tap says how good the call was. */
export function CallRating({ call }: { call: Call }) {
  const styles = useStyles();
  const text = useText();
  const send = useSend();
  const titleId = useId();
  const { id: callId, rating } = call;
  return (
    <div className={styles.root}>
      <Body1 id={titleId} role="status">
        {text(rating === null ? 'call.rateQuestion' : 'call.rated')}
      </Body1>
      <fieldset aria-labelledby={titleId} className={styles.stars}>
        {stars.map((count) => (
          <Button
            key={count}
            appearance="transparent"
            icon={rating !== null && count <= rating ? <StarFilled /> : <StarRegular />}
            aria-label={text('call.stars', { count })}
            aria-pressed={count === rating}
            disabled={rating !== null}
            onClick={() => send('calls.rate', { callId, stars: count })}
          />
        ))}
      </fieldset>
    </div>
  );
}
