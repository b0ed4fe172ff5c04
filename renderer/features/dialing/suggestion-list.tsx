import { Body1, Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Person } from '../../../app/domain/person.ts';
import { PersonAvatar } from '../../ui/person-avatar.tsx';
import { useText } from '../../ui/use-text.ts';
import { presenceText } from '../people/presence-text.ts';

const useStyles = makeStyles({
  root: {
    padding: tokens.spacingHorizontalXS,
    maxHeight: '320px',
    overflowY: 'auto',
  },
  over: {
    position: 'absolute',
    top: '100%',
    left: 0,
    right: 0,
    zIndex: 100,
    marginTop: tokens.spacingVerticalXS,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow16,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  option: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    border: '1px solid transparent',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  active: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    border: `1px solid ${tokens.colorStrokeFocus2}`,
  },
  lines: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  second: { color: tokens.colorNeutralForeground2 },
});

interface SuggestionListProps {
  readonly id: string;
  readonly people: readonly Person[];
  readonly activeIndex: number;
  readonly optionId: (index: number) => string;
  readonly onPick: (person: Person) => void;
  /** Over what stands below, the default, or with a place of its own. */
  readonly inPlace?: boolean;
}

/** The listbox of a dial box. The focus stays in the field (ARIA combobox pattern). */
export function SuggestionList(props: SuggestionListProps) {
  const styles = useStyles();
  const text = useText();
  return (
    <div
      id={props.id}
      className={mergeClasses(styles.root, props.inPlace !== true && styles.over)}
      role="listbox"
      aria-label={text('dial.suggestions')}
      // The field must keep the focus while the mouse picks.
      onMouseDown={(event) => event.preventDefault()}
    >
      {props.people.map((person, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox field handles the keys
        <div
          key={person.uri}
          id={props.optionId(index)}
          className={mergeClasses(styles.option, index === props.activeIndex && styles.active)}
          role="option"
          tabIndex={-1}
          aria-selected={index === props.activeIndex}
          onClick={() => props.onPick(person)}
        >
          <PersonAvatar
            name={person.name}
            uri={person.uri}
            size={32}
            availability={person.presence.availability}
          />
          <span className={styles.lines}>
            <Body1>{person.name}</Body1>
            <Caption1 className={styles.second}>
              {[text(presenceText(person.presence)), person.title]
                .filter((part) => part !== null)
                .join(' · ')}
            </Caption1>
          </span>
        </div>
      ))}
    </div>
  );
}
