import { describe, expect, it } from 'vitest';
import { initialAppState } from '../../../../app/domain/app-state.ts';
import { noMeetings } from '../../../../app/domain/meeting.ts';
import { draftOf, newDraft } from '../../../../renderer/features/meetings/meeting-draft.ts';
import { mainStateReceived } from '../../../../renderer/store/main-state-slice.ts';
import {
  draftDropped,
  formOpened,
  joinTyped,
  meetingDialogClosed,
  meetingDrafted,
} from '../../../../renderer/store/meeting-slice.ts';
import { createStore } from '../../../../renderer/store/store.ts';
import { buildMeeting } from '../../app/domain/builders/build-meeting.ts';

const empty = newDraft(noMeetings.options);

describe('the form of a meeting', () => {
  it('keeps what was typed until it is dropped, for the same meeting', () => {
    const store = createStore();
    store.dispatch(formOpened(empty));
    store.dispatch(meetingDrafted({ subject: 'Board' }));
    store.dispatch(meetingDialogClosed());
    store.dispatch(formOpened(empty));
    expect(store.getState().meetings).toMatchObject({
      dialog: 'form',
      draft: { subject: 'Board' },
    });
    store.dispatch(formOpened(draftOf(buildMeeting({ subject: 'Another' }))));
    expect(store.getState().meetings).toMatchObject({
      meetingId: 'one',
      draft: { subject: 'Another' },
    });
    store.dispatch(draftDropped());
    store.dispatch(formOpened(empty));
    expect(store.getState().meetings.draft?.subject).toBe('');
  });

  it('is forgotten with the session', () => {
    const store = createStore();
    store.dispatch(formOpened(empty));
    store.dispatch(joinTyped('https://meet.contoso.com/alex/ABC123'));
    const environment = {
      parleyVersion: '0',
      electronVersion: '0',
      chromiumVersion: '0',
      testRuntime: true,
      platform: 'linux',
      hasTray: false,
      globalKeys: 'everywhere',
      hasKeychain: false,
      demoColleagues: [],
    } as const;
    const state = initialAppState(environment);
    const session = { phase: 'online', keychain: 'kept' } as const;
    store.dispatch(mainStateReceived({ ...state, session }));
    expect(store.getState().meetings.dialog).toBe('form');
    store.dispatch(mainStateReceived(state));
    expect(store.getState().meetings).toEqual({
      dialog: 'none',
      meetingId: null,
      draft: null,
      joinText: '',
    });
  });
});
