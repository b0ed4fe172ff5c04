import type { Reply } from '../http/reply.ts';
import { escapeHtml, page } from '../http/sign-in-page.ts';
import type { Meeting } from '../model/entities.ts';
import { attributes, element, elementText } from '../representation/xml-text.ts';
import type { ServerContext, ServerRoute } from './context.ts';

/** What communicators ask a join URL for. */
const meetingMediaType = 'application/vnd.microsoft.lync.meeting+xml';
const namespace = 'http://schemas.microsoft.com/rtc/2009/05/simplejoinconfdoc';

/** Where people click: communicators are told which meeting it is, browsers get a page. */
function joinPage(context: ServerContext): Reply {
  const meeting = meetingOf(context);
  if (meeting === undefined) {
    return { ...page('Meeting', '<main><h1>There is no such meeting</h1></main>'), status: 404 };
  }
  const accepted = context.exchange.header('accept')?.toLowerCase() ?? '';
  if (accepted.includes(meetingMediaType)) return conferenceInfo(context, meeting);
  const subject = escapeHtml(meeting.settings.subject || 'Meeting');
  return page(
    'Meeting',
    `<main><h1>${subject}</h1><p>Open this address in your communicator:</p><p>${escapeHtml(meeting.uri)}</p></main>`,
  );
}

/** The organizer's name and the id have to fit together. */
function meetingOf({ world, params }: ServerContext): Meeting | undefined {
  const meeting = world.meetings.get(params.meeting?.toUpperCase() ?? '');
  const name = meeting?.organizer.key.replace(/^sip:/, '').split('@')[0];
  return name === params.name?.toLowerCase() ? meeting : undefined;
}

function conferenceInfo({ exchange }: ServerContext, { uri, id, joinUrl }: Meeting): Reply {
  const applications = `${exchange.origin}/ucwa/oauth/v1/applications`;
  const members = Object.entries({
    'conf-uri': uri,
    'server-time': '1.5',
    'original-incoming-url': joinUrl,
    'conf-key': id,
    'fallback-url': `${joinUrl}?sl=`,
    'ucwa-url': applications,
    'ucwa-ext-url': applications,
    'ucwa-int-url': applications,
  }).map(([name, text]) => element(name, '', [elementText(text)]));
  return {
    status: 200,
    headers: { 'Content-Type': `${meetingMediaType}; charset=utf-8` },
    body: `<?xml version="1.0" encoding="utf-8"?>${element('conf-info', attributes({ xmlns: namespace }), members)}`,
  };
}

export const joinPageRoutes: readonly ServerRoute[] = [
  { method: 'GET', path: '/Meet/:name/:meeting', handler: joinPage },
];
