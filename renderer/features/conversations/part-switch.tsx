import {
  CounterBadge,
  makeStyles,
  Tab,
  TabList,
  ToggleButton,
  tokens,
} from '@fluentui/react-components';
import { CallRegular, ChatRegular, PeopleRegular } from '../../ui/icons.ts';
import { useText } from '../../ui/use-text.ts';
import { windowKeyProps } from '../keys/window-keys.ts';
import type { Layout, Part } from './conversation-layout.ts';

const useStyles = makeStyles({
  tabs: {
    flexShrink: 0,
    justifyContent: 'center',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  badge: { marginLeft: tokens.spacingHorizontalXS },
});

interface PartSwitchProps {
  readonly layout: Layout;
  readonly hasCall: boolean;
  readonly unread: number;
  /** What leads to the people, with how many they are. */
  readonly people: string;
  /** Somebody waits to be let in. */
  readonly waiting: number;
  readonly onChoose: (part: Part | 'none') => void;
}

/** Where there is one column: the part that is seen. */
export function PartTabs({ layout, hasCall, unread, people, waiting, onChoose }: PartSwitchProps) {
  const styles = useStyles();
  const text = useText();
  const selected = layout.chat === 'main' ? 'chat' : layout.people === 'main' ? 'people' : 'call';
  return (
    <TabList
      className={styles.tabs}
      size="small"
      aria-label={text('conversations.parts')}
      selectedValue={selected}
      onTabSelect={(_event, { value }) => onChoose(partNamed(value))}
    >
      {hasCall ? (
        <Tab value="call" icon={<CallRegular />}>
          {text('conversations.part.call')}
        </Tab>
      ) : null}
      <Tab {...windowKeyProps('chat')} value="chat" icon={<ChatRegular />}>
        {text('conversations.part.chat')}
        <Unread count={unread} />
      </Tab>
      <Tab {...windowKeyProps('participants')} value="people" icon={<PeopleRegular />}>
        {people}
        <Unread count={waiting} />
      </Tab>
    </TabList>
  );
}

/** Where there is room: what stands beside the main part. */
export function PartToggles(props: PartSwitchProps) {
  const { layout, hasCall, unread, people, waiting, onChoose } = props;
  const text = useText();
  const toggle = (part: Part): void => onChoose(layout[part] === 'aside' ? 'none' : part);
  return (
    <>
      {hasCall ? (
        <ToggleButton
          {...windowKeyProps('chat')}
          appearance="subtle"
          icon={<ChatRegular />}
          checked={layout.chat === 'aside'}
          title={text('conversations.part.chat')}
          onClick={() => toggle('chat')}
        >
          {text('conversations.part.chat')}
          <Unread count={unread} />
        </ToggleButton>
      ) : null}
      <ToggleButton
        {...windowKeyProps('participants')}
        appearance="subtle"
        icon={<PeopleRegular />}
        checked={layout.people === 'aside'}
        onClick={() => toggle('people')}
      >
        {people}
        <Unread count={waiting} />
      </ToggleButton>
    </>
  );
}

function Unread({ count }: { count: number }) {
  const styles = useStyles();
  return count > 0 ? (
    <CounterBadge className={styles.badge} size="small" color="danger" count={count} />
  ) : null;
}

const partNamed = (value: unknown): Part =>
  value === 'chat' || value === 'people' ? value : 'call';
