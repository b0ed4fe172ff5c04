import { describe, expect, it } from 'vitest';
import { operationOf } from '../../../../../app/ucwa/catalogue/operation.ts';
import { operationRequest } from '../../../../../app/ucwa/follow/operation-request.ts';

const body = (properties: object) => ({ type: 'resource', properties });

describe('the request of an operation', () => {
  it('has a resource as its body, with external resources as links', () => {
    const input = {
      to: 'sip:sam@example.test',
      joinAudioMuted: true,
      mediaOffer: 'data:application/sdp;base64,dj0w',
    };
    expect(operationRequest(operationOf('startAudio', 'POST'), input)).toEqual({
      query: {},
      body: {
        ...body({ to: 'sip:sam@example.test', joinAudioMuted: true }),
        links: { mediaOffer: 'data:application/sdp;base64,dj0w' },
      },
    });
  });

  it('has an SDP as its body, and everything else in the query', () => {
    const input = { sdp: 'v=0', sessionContext: 's1', processedOfferId: 'o1' };
    expect(operationRequest(operationOf('acceptWithAnswer', 'POST'), input)).toEqual({
      query: { sessionContext: 's1', processedOfferId: 'o1' },
      body: { type: 'sdp', sdp: 'v=0' },
    });
  });

  it('has the text of a message as its body', () => {
    const input = { operationId: 'o1', text: '<b>Hello</b>', format: 'Html' };
    expect(operationRequest(operationOf('sendMessage', 'POST'), input)).toEqual({
      query: { operationId: 'o1' },
      body: { type: 'message', format: 'Html', text: '<b>Hello</b>' },
    });
  });

  it('has no body where nothing is to be sent', () => {
    expect(operationRequest(operationOf('reportMyActivity', 'POST'), {})).toEqual({
      query: {},
      body: null,
    });
    const query = { groupId: 'Family', duration: '15' };
    const input = { groupId: 'Family', duration: 15 };
    expect(operationRequest(operationOf('subscribeToGroupPresence', 'POST'), input)).toEqual({
      query,
      body: null,
    });
  });

  it('has the private text of a note in the body, not in the address', () => {
    expect(operationRequest(operationOf('note', 'POST'), { message: 'At home' })).toEqual({
      query: {},
      body: body({ message: 'At home' }),
    });
  });

  it('has the query of a reading', () => {
    const input = { query: 'sam', limit: 20 };
    expect(operationRequest(operationOf('search', 'GET'), input)).toEqual({
      query: { query: 'sam', limit: '20' },
      body: null,
    });
    expect(operationRequest(operationOf('myContacts', 'GET'), { expand: false }).query).toEqual({
      expand: 'false',
    });
  });

  it('writes moments as UCWA does', () => {
    const input = { expirationTime: 1474932023071 };
    expect(operationRequest(operationOf('myAssignedOnlineMeeting', 'PUT'), input).body).toEqual(
      body({ expirationTime: '/Date(1474932023071)/' }),
    );
  });

  it('keeps a field that the catalogue does not know, and leaves out what has no value', () => {
    const input = { to: 'sip:sam@example.test', telemetryId: 't1', subject: undefined };
    expect(operationRequest(operationOf('startMessaging', 'POST'), input).body).toEqual(
      body({ to: 'sip:sam@example.test', telemetryId: 't1' }),
    );
  });
});
