import { Body1, Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { PersonRef } from '../../../../app/domain/person.ts';
import { personKey } from '../../../../app/domain/person.ts';
import { useMain } from '../../../store/hooks.ts';
import { PersonAvatar } from '../../../ui/person-avatar.tsx';
import { useRowStyles } from '../../../ui/use-row-styles.ts';

const useStyles = makeStyles({
  root: { padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}` },
  wrap: { flexWrap: 'wrap', justifyContent: 'flex-end' },
  // Wraps only where there is no room for a short name beside the buttons.
  brief: { flexBasis: '88px' },
  second: { color: tokens.colorNeutralForeground2 },
  whole: { whiteSpace: 'normal' },
  marks: {
    display: 'flex',
    gap: tokens.spacingHorizontalXS,
    fontSize: '16px',
    color: tokens.colorNeutralForeground2,
    flexShrink: 0,
  },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalXS, flexShrink: 0 },
});

interface RosterRowProps {
  readonly person: PersonRef;
  readonly name: string;
  readonly about: string;
  /** Small pictures of what stands in `about` too. */
  readonly marks?: ReactNode;
  /** The buttons go to a line of their own where they need more room than there is. */
  readonly wrap?: boolean;
  /** `about` is read to its end, in several lines if need be. */
  readonly whole?: boolean;
  readonly children?: ReactNode;
}

/** Somebody in a roster: who, whether there, in what part, and what can be done. */
export function RosterRow(props: RosterRowProps) {
  const { person, name, about, marks, wrap, whole, children } = props;
  const row = useRowStyles();
  const styles = useStyles();
  const availability = useMain(
    ({ people }) => people[personKey(person.uri)]?.presence.availability,
  );
  return (
    <li className={mergeClasses(row.root, styles.root, wrap === true && styles.wrap)}>
      <PersonAvatar
        name={name}
        uri={person.uri}
        size={32}
        {...(availability === undefined ? {} : { availability })}
      />
      <div className={mergeClasses(row.lines, wrap === true && styles.brief)}>
        <Body1 className={row.line} title={name}>
          {name}
        </Body1>
        <Caption1
          className={mergeClasses(row.line, styles.second, whole === true && styles.whole)}
          title={about}
        >
          {about}
        </Caption1>
      </div>
      {marks === undefined ? null : (
        <span className={styles.marks} aria-hidden>
          {marks}
        </span>
      )}
      {children === undefined ? null : <div className={styles.buttons}>{children}</div>}
    </li>
  );
}
