import { makeStyles, SearchBox, tokens, useArrowNavigationGroup } from '@fluentui/react-components';
import { useDeferredValue, useMemo, useState } from 'react';
import { rankPeople } from '../../../app/domain/people-search.ts';
import { useMain } from '../../store/hooks.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PeopleRegular, SearchRegular } from '../../ui/icons.ts';
import { useText } from '../../ui/use-text.ts';
import { useStartCall } from '../calls/use-start-call.ts';
import { useStartChat } from '../conversations/use-start-conversation.ts';
import { windowKeyProps } from '../keys/window-keys.ts';
import { PersonRow } from './person-row.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 },
  search: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}` },
  searchBox: { width: '100%', maxWidth: 'none' },
  list: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    listStyleType: 'none',
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalS}`,
  },
});

/** The user's contacts, to look through and to call. */
export function PeopleList() {
  const styles = useStyles();
  const text = useText();
  const people = useMain((state) => state.people);
  const can = useMain((state) => state.can);
  const startCall = useStartCall();
  const startChat = useStartChat();
  const [query, setQuery] = useState('');
  const asked = useDeferredValue(query);
  const shown = useMemo(() => rankPeople(asked, Object.values(people)), [people, asked]);
  const arrows = useArrowNavigationGroup({ axis: 'grid-linear' });

  if (Object.keys(people).length === 0) {
    return (
      <EmptyState
        icon={<PeopleRegular />}
        title={text('people.empty')}
        text={text('people.emptyText')}
      />
    );
  }
  return (
    <div className={styles.root}>
      <div className={styles.search}>
        <SearchBox
          {...windowKeyProps('search')}
          className={styles.searchBox}
          aria-label={text('people.search')}
          placeholder={text('people.search')}
          value={query}
          onChange={(_event, { value }) => setQuery(value)}
        />
      </div>
      {shown.length === 0 ? (
        <EmptyState icon={<SearchRegular />} title={text('people.noMatch', { query: asked })} />
      ) : (
        <ul className={styles.list} aria-label={text('people.list')} {...arrows}>
          {shown.map((person) => (
            <PersonRow
              key={person.uri}
              person={person}
              canAudio={can.startAudio}
              canVideo={can.startAudioVideo}
              canChat={can.startChat}
              onCall={startCall}
              onChat={startChat}
            />
          ))}
        </ul>
      )}
    </div>
  );
}
