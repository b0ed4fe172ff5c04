import { expect } from 'vitest';
import { type SandboxOptions, startSandbox } from '../../../main/sandbox/index.ts';
import { type Event, type Resource, UcwaClient } from './ucwa-client.ts';

/** A server and three people signed in to it. */
export async function meetingStage(options: SandboxOptions = {}) {
  const sandbox = await startSandbox({
    ...options,
    eventChannel: { mediumSeconds: 0.05, minimumSeconds: 0 },
  });
  const signIn = (name: string) => UcwaClient.signIn(sandbox.origin, `${name}@parley.test`);
  const [alex, sam, robin] = await Promise.all([signIn('alex'), signIn('sam'), signIn('robin')]);
  return { sandbox, alex, sam, robin };
}

/** An event in one line: sender, resource, type, list and, of conversations, the state. */
export const summary = (event: Event) =>
  [
    `${event.sender}: ${event.link.rel} ${event.type}`,
    ...(event.in === undefined ? [] : [`in ${event.in.rel}`]),
    ...(event._embedded?.conversation === undefined
      ? []
      : [String(event._embedded.conversation.state)]),
  ].join(' ');

export function embedded(event: Event): Resource {
  const resource = event._embedded?.[event.link.rel];
  if (resource === undefined) throw new Error(`${summary(event)} embeds nothing`);
  return resource;
}

export async function conversationIn(client: UcwaClient, state: string): Promise<Resource> {
  return embedded(
    await client.until(
      'conversation',
      'updated',
      (event) => event._embedded?.conversation?.state === state,
    ),
  );
}

export async function startMeeting(client: UcwaClient): Promise<Resource> {
  const reply = await client.post(client.communication._links.startOnlineMeeting?.href, {
    operationId: 'start-1',
    subject: 'Planning',
    importance: 'Urgent',
    threadId: 'thread-1',
  });
  expect(reply.status).toBe(201);
  return conversationIn(client, 'Conferenced');
}

export function join(client: UcwaClient, onlineMeetingUri: unknown): Promise<Response> {
  return client.post(client.communication._links.joinOnlineMeeting?.href, {
    onlineMeetingUri,
    operationId: 'join-1',
  });
}

export async function meetingUri(client: UcwaClient, conversation: Resource): Promise<unknown> {
  return (await client.get(conversation._links.onlineMeeting?.href)).onlineMeetingUri;
}

/** Two people in one meeting that the first one started, and the second as the first sees them. */
export async function together(host: UcwaClient, guest: UcwaClient) {
  const forHost = await startMeeting(host);
  const uri = await meetingUri(host, forHost);
  expect((await join(guest, uri)).status).toBe(201);
  const forGuest = await conversationIn(guest, 'Conferenced');
  const seat = await host.until('participant', 'added', (event) => event.in === undefined);
  return { forHost, forGuest, uri, guestForHost: seat.link.href };
}

export function addParticipant(
  client: UcwaClient,
  conversation: Resource,
  to: string,
): Promise<Response> {
  return client.post(conversation._links.addParticipant?.href, { to, operationId: 'add-1' });
}
