import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../../main/sandbox/index.ts';
import { addParticipant, startMeeting } from './meeting-steps.ts';
import { embeddedList, UcwaClient } from './ucwa-client.ts';

let sandbox: Sandbox;
let alex: UcwaClient;
let sam: UcwaClient;

beforeEach(async () => {
  sandbox = await startSandbox({ invitationTimeoutMs: 100 });
  alex = await UcwaClient.signIn(sandbox.origin, 'alex@parley.test');
  sam = await UcwaClient.signIn(sandbox.origin, 'sam@parley.test');
});

afterEach(() => sandbox.stop());

const logsOf = async (client: UcwaClient) => {
  const { _links } = await client.get(client.communication._links.conversationLogs?.href);
  const links = [_links.conversationLog ?? []].flat();
  return Promise.all(links.map(({ href }) => client.get(href)));
};

const missedItems = (client: UcwaClient) =>
  client.get(client.communication._links.missedItems?.href);

it('a call that nobody takes is counted, told and remembered', async () => {
  await alex.call('sip:sam@parley.test');
  await sam.until('missedItems', 'updated');
  expect(await missedItems(sam)).toMatchObject({
    missedConversationsCount: 1,
    unreadMissedConversationsCount: 1,
    conversationLogsCount: 1,
  });
  const [log] = await logsOf(sam);
  if (log === undefined) throw new Error('no log');
  expect(log).toMatchObject({
    type: 'VideoLog',
    status: 'Missed',
    direction: 'Incoming',
    creationTime: expect.stringMatching(/^\/Date\(\d+\)\/$/),
  });
  const [recipient] = embeddedList(log, 'conversationLogRecipient');
  expect(recipient).toMatchObject({ displayName: 'Alex Rivera', sipUri: 'sip:alex@parley.test' });
});

it('a call and a message to somebody without an endpoint are remembered for later', async () => {
  sandbox.control.expireApplications('sam@parley.test');
  await alex.call('sip:sam@parley.test');
  await alex.until('audioVideoInvitation', 'completed');
  await alex.post(alex.communication._links.startMessaging?.href, {
    to: 'sip:sam@parley.test',
    operationId: 'op',
    _links: { message: { href: 'data:text/plain;charset=utf-8,Lunch%3f' } },
  });
  await alex.until('messagingInvitation', 'completed');
  const again = await UcwaClient.signIn(sandbox.origin, 'sam@parley.test');
  const logs = await logsOf(again);
  expect(logs.map(({ type, previewMessage }) => [type, previewMessage])).toEqual([
    ['MessageLog', 'Lunch?'],
    ['VideoLog', undefined],
  ]);
});

it('an invitation to a meeting that nobody takes is remembered, too', async () => {
  await addParticipant(alex, await startMeeting(alex), 'sip:sam@parley.test');
  await sam.until('missedItems', 'updated');
  const [log] = await logsOf(sam);
  expect(log).toMatchObject({ type: 'ConferenceLog', status: 'Missed', subject: 'Planning' });
});

it('what was read counts as missed, but not as unread', async () => {
  await alex.call('sip:sam@parley.test');
  await sam.until('missedItems', 'updated');
  const [log] = await logsOf(sam);
  await sam.post(log?._links.markAsRead?.href, undefined);
  await sam.until('missedItems', 'updated');
  expect(await missedItems(sam)).toMatchObject({
    missedConversationsCount: 1,
    unreadMissedConversationsCount: 0,
  });
});

it('only as many logs are listed as the client asks for', async () => {
  for (const subject of ['one', 'two']) {
    await alex.call('sip:sam@parley.test', { subject });
    await sam.until('missedItems', 'updated');
  }
  const { href } = sam.communication._links.conversationLogs ?? {};
  const list = await sam.get(`${href}?limit=1`);
  expect([list._links.conversationLog ?? []].flat()).toHaveLength(1);
});
