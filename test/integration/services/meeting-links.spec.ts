import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inMeeting, meeting, refusal, schedule } from './support/scheduling.ts';
import { Stage } from './support/stage.ts';

let stage: Stage;

beforeEach(async () => {
  stage = await Stage.open();
});

afterEach(() => stage.close());

/** Another server than the usual one. */
async function reopen(options: Parameters<typeof Stage.open>[0]): Promise<void> {
  await stage.close();
  stage = await Stage.open(options);
}

describe('joining what somebody pasted', () => {
  const asked = () =>
    stage.sandbox.control.requests.filter(({ path }) => path.startsWith('/Meet/'));
  beforeEach(() => reopen({ joinPages: 'own' }));

  async function otherMeeting() {
    const alex = await stage.enter('alex@parley.test');
    const { joinUrl, onlineMeetingUri } = meeting(alex, await schedule(alex, { subject: 'Board' }));
    return { alex, joinUrl: `${joinUrl}`, onlineMeetingUri: `${onlineMeetingUri}` };
  }

  it('asks the page of a meeting that is not one of the own', async () => {
    const { joinUrl } = await otherMeeting();
    const sam = await stage.enter('sam@parley.test');
    const text = `Join online meeting\n<${joinUrl}>\n`;
    await inMeeting(sam, (await sam.commands['meetings.join']({ text })).conversationId);
    expect(asked()).toMatchObject([{ method: 'GET', status: 200, userUri: undefined }]);
  });

  it('asks nobody where the address says it', async () => {
    const { onlineMeetingUri } = await otherMeeting();
    const sam = await stage.enter('sam@parley.test');
    const text = `conf:${onlineMeetingUri}?conversation-id=1`;
    await inMeeting(sam, (await sam.commands['meetings.join']({ text })).conversationId);
    expect(asked()).toEqual([]);
  });

  it.each([
    ['https://meet.fabrikam.test/alex/ABC12345', 'error.meetingHost'],
    ['http://meet.parley.test/alex/ABC12345', 'error.meetingNotSecure'],
    ['12345678', 'error.meetingIdUnknown'],
    ['see you there', 'error.meetingUnreadable'],
  ])('says what is needed instead of %s', async (text, messageKey) => {
    const sam = await stage.enter('sam@parley.test');
    expect(await refusal(sam.commands['meetings.join']({ text }))).toMatchObject({ messageKey });
    expect(asked()).toEqual([]);
  });

  it('says when the page knows no such meeting', async () => {
    const sam = await stage.enter('sam@parley.test');
    const text = `${stage.sandbox.origin}/Meet/alex/NOSUCH12`;
    expect(await refusal(sam.commands['meetings.join']({ text }))).toMatchObject({
      messageKey: 'error.meetingPage',
    });
  });

  it('takes a guest along by the link alone, under their name', async () => {
    const { alex, joinUrl } = await otherMeeting();
    const { conversationId } = await alex.commands['meetings.join']({ text: joinUrl });
    await inMeeting(alex, conversationId);
    const guest = stage.add();
    const joined = await guest.commands['session.joinAsGuest']({
      text: joinUrl,
      name: 'Gil Guest',
    });
    expect(guest.state.session.phase).toBe('online');
    const uri = guest.state.me?.uri ?? '';
    expect(uri).toMatch(/^sip:guest-/);

    await inMeeting(guest, joined.conversationId);
    await alex.until(({ conversations }) =>
      conversations[conversationId]?.participants.some(({ person }) => person.name === 'Gil Guest'),
    );
    // The next start is nobody's.
    expect(await guest.secrets.get('session')).toBeNull();
  });

  it('does not let a guest in by a page that knows no such meeting, or an id', async () => {
    const guest = stage.add();
    const join = (text: string) =>
      refusal(guest.commands['session.joinAsGuest']({ text, name: 'Gil' }));
    expect(await join(`${stage.sandbox.origin}/Meet/alex/NOSUCH12`)).toMatchObject({
      messageKey: 'error.meetingPage',
    });
    expect(await join('12345678')).toMatchObject({ messageKey: 'error.meetingLinkNeeded' });
    expect(guest.state.session.phase).toBe('signedOut');
  });
});
