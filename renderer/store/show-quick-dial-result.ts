import type { QuickDialResult } from '../../app/ipc/quick-dial-schemas.ts';
import type { Dispatch } from './store.ts';
import {
  callSelected,
  conversationSelected,
  dialogClosed,
  emergencyDialled,
  invitationPlanned,
} from './view-slice.ts';

/** Puts onto the stage what came of the quick dial. */
export const showQuickDialResult = (dispatch: Dispatch, result: QuickDialResult): void => {
  dispatch(dialogClosed());
  switch (result.to) {
    case 'mainWindow':
      break;
    case 'call':
      dispatch(callSelected(result.callId));
      break;
    case 'chat':
      dispatch(conversationSelected(result.conversationId));
      break;
    case 'meeting': {
      const { conversationId, invite } = result;
      dispatch(conversationSelected(conversationId));
      dispatch(invitationPlanned({ conversationId, to: invite }));
      break;
    }
    case 'emergency':
      dispatch(emergencyDialled(result.number));
      break;
  }
};
