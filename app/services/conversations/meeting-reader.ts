import type { MeetingDialIn, MeetingInfo } from '../../domain/conversation.ts';
import { readResource } from '../../ucwa/follow/read-resource.ts';
import { link } from '../../ucwa/hypermedia/links.ts';
import type { Resource } from '../../ucwa/hypermedia/resource.ts';
import { personRef } from '../people/person-ref.ts';
import { type ConversationContext, tryGet } from './conversation-context.ts';
import type { ConversationRecord } from './conversation-record.ts';

const noMeeting: MeetingInfo = {
  joinUrl: null,
  conferenceId: null,
  organizer: null,
  audienceMute: false,
  audienceMessaging: true,
  dialIn: null,
};

/** What the server says of the meeting that a conversation is. */
export class MeetingReader {
  readonly #context: ConversationContext;

  constructor(context: ConversationContext) {
    this.#context = context;
  }

  /** Reads the meeting where no event told of it. */
  async need(record: ConversationRecord): Promise<void> {
    const { conversation } = record;
    const href = conversation === null ? undefined : link(conversation, 'onlineMeeting')?.href;
    if (href === undefined || this.#context.board.get(record.id)?.meeting !== null) return;
    const resource = await tryGet(this.#context, href);
    if (resource !== null) await this.told(record, resource);
  }

  async told(record: ConversationRecord, resource: Resource): Promise<void> {
    const { values } = readResource('onlineMeeting', resource);
    const { board, people } = this.#context;
    const { organizerUri, organizerName } = values;
    const organizer =
      organizerUri === null ? null : personRef(organizerUri, organizerName, people());
    board.edit(record, (before) => ({
      ...before,
      onlineMeetingUri: values.onlineMeetingUri ?? before.onlineMeetingUri,
      subject: values.subject ?? before.subject,
      meeting: {
        ...(before.meeting ?? noMeeting),
        joinUrl: values.joinUrl,
        conferenceId: values.conferenceId ?? before.meeting?.conferenceId ?? null,
        organizer,
      },
    }));
    this.conversationTold(record);
    const href = link(resource, 'phoneDialInInformation')?.href;
    const dialIn = href === undefined ? null : await tryGet(this.#context, href);
    if (dialIn !== null) this.#dialInTold(record, dialIn);
  }

  /** Whether attendees may speak and write is a property of the conversation. */
  conversationTold(record: ConversationRecord): void {
    const { conversation } = record;
    if (conversation === null) return;
    const { audienceMute, audienceMessaging } = readResource('conversation', conversation).values;
    this.#context.board.edit(record, (before) => ({
      ...before,
      meeting:
        before.meeting === null
          ? null
          : {
              ...before.meeting,
              audienceMute: audienceMute === 'Enabled',
              audienceMessaging: audienceMessaging !== 'Disabled',
            },
    }));
  }

  #dialInTold(record: ConversationRecord, resource: Resource): void {
    const { values } = readResource('phoneDialInInformation', resource);
    const dialIn: MeetingDialIn = {
      conferenceId: values.conferenceId,
      tollNumber: values.tollNumber,
      tollFreeNumbers: values.tollFreeNumbers ?? [],
      directoryUrl: values.externalDirectoryUri ?? values.internalDirectoryUri,
    };
    this.#context.board.edit(record, (before) => ({
      ...before,
      meeting: before.meeting === null ? null : { ...before.meeting, dialIn },
    }));
  }
}
