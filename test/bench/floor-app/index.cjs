/**
 * The least a program can do between an event and a notification: an Electron without windows that
 * polls an event channel, parses what comes and calls the notification service of the desktop. No
 * error is handled and no state is kept: whatever Parley takes on top of this is Parley's.
 *
 * FLOOR_EVENTS_URL and FLOOR_TICKET are the event channel and the web ticket of a signed-in user,
 * FLOOR_ICON the image of the notification.
 */
const { app, net, session } = require('electron');
const { Message, sessionBus, Variant } = require('@jellybrick/dbus-next');

const { FLOOR_EVENTS_URL, FLOOR_TICKET, FLOOR_ICON } = process.env;
const bus = sessionBus();
let shown = Promise.resolve(0);

app.whenReady().then(() => poll(FLOOR_EVENTS_URL));

function poll(url) {
  const request = net.request({
    url,
    session: session.fromPartition('floor', { cache: false }),
    useSessionCookies: false,
  });
  request.setHeader('Accept', 'application/json');
  request.setHeader('Authorization', `Bearer ${FLOOR_TICKET}`);
  request.on('response', (response) => {
    const chunks = [];
    response.on('data', (chunk) => chunks.push(chunk));
    response.on('end', () => {
      const body = JSON.parse(Buffer.concat(chunks).toString('utf8'));
      for (const sender of body.sender ?? []) sender.events.forEach(handle);
      poll(new URL(body._links.next.href, url).href);
    });
  });
  request.on('error', fail);
  request.end();
}

function handle(event) {
  if (event.link.rel !== 'audioVideoInvitation') return;
  if (event.type === 'started') notify(event._embedded.audioVideoInvitation);
  if (event.type === 'completed') {
    shown.then((id) => call('CloseNotification', 'u', [id])).catch(fail);
  }
}

/** The arguments are those of Parley's notification of the same call. */
function notify(invitation) {
  const actions = ['answer', 'Answer', 'answer-video', 'Answer with video', 'decline', 'Decline'];
  const hints = {
    urgency: new Variant('y', 1),
    'desktop-entry': new Variant('s', 'parley'),
    'suppress-sound': new Variant('b', true),
    category: new Variant('s', 'call.incoming'),
  };
  shown = call('Notify', 'susssasa{sv}i', [
    'Parley floor',
    0,
    FLOOR_ICON,
    `${invitation._embedded.from.name} is calling`,
    'Video call',
    [...actions, 'default', 'Open Parley'],
    hints,
    25_000,
  ]).then((reply) => reply.body[0]);
}

function call(member, signature, body) {
  const name = 'org.freedesktop.Notifications';
  const path = '/org/freedesktop/Notifications';
  return bus.call(
    new Message({ destination: name, path, interface: name, member, signature, body }),
  );
}

function fail(error) {
  console.error(error);
  app.exit(1);
}
