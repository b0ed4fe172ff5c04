import { describe, expect, it } from 'vitest';
import type { CommandError } from '../../../../app/ipc/contract.ts';
import {
  callSelected,
  commandRefused,
  dialBoxFocusRequested,
  dialogOpened,
  noticeDismissed,
  viewReducer,
} from '../../../../renderer/store/view-slice.ts';

const refusal = (messageKey: string): CommandError => ({
  code: 'not-allowed',
  messageKey,
  values: {},
});

const viewAfter = (...actions: readonly Parameters<typeof viewReducer>[1][]) =>
  actions.reduce(viewReducer, viewReducer(undefined, { type: 'start' }));

describe('view', () => {
  it('brings a chosen call onto the stage', () => {
    expect(viewAfter(callSelected('c2'))).toMatchObject({ selectedCallId: 'c2', stageOpen: true });
  });

  it('says the same refusal once until another comes', () => {
    const { notices } = viewAfter(
      commandRefused(refusal('error.network')),
      commandRefused(refusal('error.network')),
      commandRefused(refusal('error.server')),
    );
    expect(notices.map(({ error }) => error.messageKey)).toEqual(['error.network', 'error.server']);
  });

  it('dismisses one refusal and keeps the others', () => {
    const view = viewAfter(
      commandRefused(refusal('error.network')),
      commandRefused(refusal('error.server')),
      noticeDismissed(1),
    );
    expect(view.notices.map(({ id }) => id)).toEqual([2]);
  });

  it('closes a dialog that would cover the dial box', () => {
    const view = viewAfter(dialogOpened('settings'), dialBoxFocusRequested());
    expect(view).toMatchObject({ dialog: 'none', dialFocusRequests: 1 });
  });
});
