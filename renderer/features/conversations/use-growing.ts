import { personKey } from '../../../app/domain/person.ts';
import { useMain, useView } from '../../store/hooks.ts';
import { stageOf } from './stage-conversation.ts';

/** The conversation on the stage, if somebody who is not in it yet can be asked into it; else null. */
export const useGrowing = (uri: string): string | null => {
  const selectedCallId = useView((view) => view.selectedCallId);
  const selectedConversationId = useView((view) => view.selectedConversationId);
  const visited = useView((view) => view.visited);
  return useMain((state) => {
    const stage = stageOf(state, { selectedCallId, selectedConversationId, visited });
    const conversation = stage?.conversation ?? null;
    if (conversation === null || !conversation.can.addParticipant) return null;
    const { remote, participants } = conversation;
    const here = [
      ...(remote === null ? [] : [remote]),
      ...participants.map(({ person }) => person),
    ];
    return here.some((each) => personKey(each.uri) === personKey(uri)) ? null : conversation.id;
  });
};
