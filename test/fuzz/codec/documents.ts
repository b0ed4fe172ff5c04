import { readFileSync } from 'node:fs';
import path from 'node:path';
import { filesBelow } from '../../../build/lib/hash.ts';
import { ucwaReference, ucwaReferencePath } from '../../support/ucwa-reference.ts';
import { toUcwaXml } from '../../support/ucwa-xml.ts';

/** A document of the wire, to be damaged. */
export interface WireDocument {
  readonly contentType: string;
  readonly text: string;
}

const link = (href: string, more = {}) => ({ href, ...more });

const invitation = {
  rel: 'audioVideoInvitation',
  direction: 'Incoming',
  importance: 'Urgent',
  joinAudioMuted: false,
  subject: 'Grüße & <Fragen> \u{1f600}',
  _links: {
    self: link('/ucwa/v1/applications/1/communication/audioVideoInvitations/7'),
    mediaOffer: link('data:application/sdp;base64,dj0wDQo='),
    to: [link('/people/1', { title: 'Sam' }), link('/people/2', { revision: '2' })],
  },
  _embedded: {
    from: { rel: 'participant', name: 'Sam', local: false, _links: { self: link('/p/1') } },
    acceptedByParticipant: [{ rel: 'participant' }, { rel: 'participant', uri: 'sip:a@b' }],
  },
};

const own: readonly Record<string, unknown>[] = [
  invitation,
  {
    rel: 'communication',
    etag: '17',
    '56de7bbf-1081-43e6-bbf2-1cabf3224c83': 'please pass this in a PUT request',
    supportedModalities: ['Messaging', 'Audio'],
    _links: { self: link('communication'), startMessaging: link('https://a.example.test/m') },
  },
  {
    rel: 'conversation',
    created: '/Date(1474932024822)/',
    participantCount: 3,
    nothing: null,
    _links: { self: link('/c/1') },
  },
  {
    _links: { self: link('/events?ack=1'), next: link('/events?ack=2&key=a%7Eb') },
    baseuri: 'https://pool.example.test',
    sender: [
      {
        rel: 'ms:rtc:saas:communication',
        href: '/communication',
        events: [
          {
            type: 'started',
            link: { rel: 'audioVideoInvitation', href: '/i/7' },
            _embedded: { audioVideoInvitation: invitation },
          },
          {
            type: 'completed',
            link: { rel: 'messagingInvitation', href: '/i/8' },
            status: 'Failure',
            reason: { code: 'RemoteFailure', subcode: 'Declined', message: 'No.' },
          },
        ],
      },
      {
        rel: 'conversation',
        href: '/c/1',
        events: [
          {
            type: 'added',
            link: { rel: 'participant', href: '/c/1/p/1', title: 'Sam' },
            in: { rel: 'leaders', href: '/c/1/leaders' },
          },
        ],
      },
    ],
  },
  { code: 'Conflict', subcode: 'AlreadyExists', message: 'It is there.', parameters: [] },
];

function related(): WireDocument {
  const offer = { ...invitation, _links: { ...invitation._links, mediaOffer: link('cid:1') } };
  const text = [
    '--b1\r\nContent-Type: application/json; charset=utf-8\r\n\r\n',
    `${JSON.stringify(offer)}\r\n`,
    '--b1\r\nContent-Type: application/sdp\r\nContent-ID: <1>\r\n\r\nv=0\r\ns=session\r\n\r\n--b1--',
  ];
  return {
    contentType: 'multipart/related; boundary=b1; type="application/json"',
    text: text.join(''),
  };
}

/** Documents of every kind and syntax; the published samples too, where they are. */
export async function wireDocuments(): Promise<readonly WireDocument[]> {
  const documents = own.flatMap((value) => [
    { contentType: 'application/json', text: JSON.stringify(value, null, 1) },
    { contentType: 'application/xml', text: toUcwaXml(value) },
  ]);
  return [...documents, related(), ...(await published())];
}

async function published(): Promise<WireDocument[]> {
  if (ucwaReference === null) return [];
  const folders = await Promise.all(
    ['samples', 'saas'].map((name) => filesBelow(ucwaReferencePath(name))),
  );
  return folders
    .flat()
    .filter((file) => /\.(?:json|xml)$/.test(file))
    .map((file) => ({
      contentType: path.extname(file) === '.xml' ? 'application/xml' : 'application/json',
      text: readFileSync(file, 'utf8'),
    }))
    .filter(({ text }) => text.length < 20_000);
}
