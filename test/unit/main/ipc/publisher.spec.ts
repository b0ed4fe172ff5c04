import { expect, it } from 'vitest';
import { Publisher } from '../../../../main/ipc/publisher.ts';
import { ScriptedPage } from '../support/scripted-page.ts';
import { signedInStore } from '../support/scripted-state.ts';

const setRegion = (store: ReturnType<typeof signedInStore>, region: string): void =>
  store.update((draft) => {
    draft.settings.region = region;
  });

const sequencesOf = (page: ScriptedPage): (number | null)[] =>
  page.messages.map((message) => (message.type === 'patch' ? message.patch.sequence : null));

it('sends every patch after the snapshot, in order, and none before', () => {
  const store = signedInStore();
  const publisher = new Publisher(store);
  publisher.start();
  const page = new ScriptedPage();
  setRegion(store, 'SE');
  const { sequence, state } = publisher.snapshotFor(page);
  expect(state.settings.region).toBe('SE');
  setRegion(store, 'DE');
  setRegion(store, 'FR');
  expect(sequencesOf(page)).toEqual([sequence + 1, sequence + 2]);
});

it('sends nothing to a page that is gone until its successor asks', () => {
  const store = signedInStore();
  const publisher = new Publisher(store);
  publisher.start();
  const page = new ScriptedPage();
  publisher.snapshotFor(page);
  page.goAway();
  setRegion(store, 'SE');
  expect(page.messages).toEqual([]);
  const { sequence } = publisher.snapshotFor(page);
  setRegion(store, 'DE');
  expect(sequencesOf(page)).toEqual([sequence + 1]);
});

it('sends nothing after it was stopped', () => {
  const store = signedInStore();
  const publisher = new Publisher(store);
  publisher.start();
  const page = new ScriptedPage();
  publisher.snapshotFor(page);
  publisher.stop();
  setRegion(store, 'SE');
  expect(page.messages).toEqual([]);
});
