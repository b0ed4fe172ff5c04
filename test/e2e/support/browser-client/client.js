/**
 * A UCWA client in a browser that shares nothing with Parley: all it knows is the documented messages
 * to and from the cross-domain frame. The test calls what it puts on `client`.
 */
const frame = document.getElementById('xframe');
const waiting = new Map();
let target = '';
let ticket = '';
let lastId = 0;

addEventListener('message', ({ data, origin }) => {
  if (origin !== target) return;
  const answer = JSON.parse(data);
  waiting.get(answer.messageId)?.(answer);
  waiting.delete(answer.messageId);
});

function embed(origin) {
  target = origin;
  return new Promise((resolve) => {
    frame.addEventListener('load', resolve, { once: true });
    frame.src = `${origin}/Autodiscover/XFrame/XFrame.html`;
  });
}

/** Sends a request through the frame. */
function request(type, url, more = {}) {
  lastId += 1;
  const message = {
    accepts: 'application/json',
    contentType: 'application/json',
    headers: ticket === '' ? {} : { Authorization: `Bearer ${ticket}` },
    processData: false,
    type,
    url: new URL(url, target).href,
    messageId: `message ${lastId}`,
    ...more,
  };
  frame.contentWindow.postMessage(JSON.stringify(message), target);
  return new Promise((resolve) => waiting.set(message.messageId, resolve));
}

async function read(url, more) {
  return JSON.parse((await request('GET', url, more)).responseText);
}

function post(url, body) {
  return request('POST', url, { data: JSON.stringify(body) });
}

/** From the root document to an application, with a password. */
async function signIn(origin, userName, password) {
  await embed(origin);
  const root = await read('/');
  const challenge = await request('GET', root._links.user.href);
  const href = /MsRtcOAuth href="([^"]+)"/.exec(challenge.headers)[1];
  const grant = await request('POST', href, {
    contentType: 'application/x-www-form-urlencoded;charset=UTF-8',
    data: new URLSearchParams({ grant_type: 'password', username: userName, password }).toString(),
  });
  ticket = JSON.parse(grant.responseText).access_token;
  const user = await read(root._links.user.href);
  const created = await post(user._links.applications.href, {
    UserAgent: 'Browser client',
    EndpointId: `browser-${Date.now()}`,
    Culture: 'en-US',
  });
  return {
    challenged: challenge.status,
    created: created.status,
    application: JSON.parse(created.responseText),
  };
}

window.client = { embed, request, read, post, signIn };
