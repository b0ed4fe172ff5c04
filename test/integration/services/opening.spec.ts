import { afterEach, describe, expect, it } from 'vitest';
import { HurriedClock } from '../../support/hurried-clock.ts';
import { ScriptedServer } from '../../support/scripted-server.ts';
import {
  applicationResource,
  challengeHeaders,
  ScriptedUcwa,
} from '../../support/scripted-ucwa.ts';
import { embedded, invitationResource, ScriptedStage } from './support/scripted-stage.ts';

const contacts = '/apps/1/contacts';

/** An application whose contacts are read while the session opens. */
function offerContacts(ucwa: ScriptedUcwa, answer: Parameters<ScriptedUcwa['on']>[1]): void {
  const application = applicationResource();
  const people = {
    rel: 'people',
    _links: { self: { href: '/apps/1/people' }, myContacts: { href: contacts } },
  };
  const body = { ...application, _embedded: { ...application._embedded, people } };
  ucwa.on('POST /apps', (request) => ucwa.authorized(request, { status: 201, body }));
  ucwa.on(`GET ${contacts}`, answer);
}

let stage: ScriptedStage;

afterEach(() => stage.close());

describe('while the parts of a session are opened', () => {
  it('one that the server leaves without an answer keeps neither the user nor calls waiting', async () => {
    stage = await ScriptedStage.open({ clock: new HurriedClock(100) }, (ucwa) => {
      offerContacts(ucwa, 'hang');
    });
    expect(stage.alex.state.session.phase).toBe('online');
    const links = { acceptWithAnswer: '/inv/1/accept', decline: '/inv/1/decline' };
    const invitation = invitationResource('Incoming', links);
    stage.send([
      'audioVideoInvitation',
      '/inv/1',
      'started',
      embedded('audioVideoInvitation', invitation),
    ]);
    expect(await stage.alex.ringing()).toMatchObject({ direction: 'Incoming' });
  });

  it('a session that ends is over, not shown as online', async () => {
    const ucwa = new ScriptedUcwa(await ScriptedServer.start());
    const headers = challengeHeaders(ucwa.server.origin);
    const ticket = { access_token: ucwa.token, expires_in: 28289, token_type: 'Bearer' };
    ucwa.on('POST /ticket', { body: ticket }, { status: 400, body: { error: 'invalid_grant' } });
    offerContacts(ucwa, { status: 401, headers, body: '<html></html>' });
    stage = ScriptedStage.on(ucwa);
    const signIn = stage.alex.signIn('alex@example.test', 'correct horse');
    await expect(signIn).rejects.toThrow();
    const reason = 'credentials-rejected';
    expect(stage.alex.state.session).toEqual({ phase: 'signedOut', reason, error: null });
  });
});
