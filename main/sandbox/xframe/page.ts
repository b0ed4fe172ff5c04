/**
 * The page that browser clients embed: it takes requests as JSON texts from the page around it, sends
 * them from the server's own origin, names the origin they came from, and sends back what was
 * answered. The server decides which origins it serves.
 */
const script = `
'use strict';
(() => {
  const reserved = ['x-ms-origin', 'x-requested-with'];
  const parse = (text) => {
    try {
      const request = JSON.parse(text);
      return typeof request === 'object' && request !== null ? request : undefined;
    } catch {
      return undefined;
    }
  };
  const address = ({ url, type = 'GET', data, processData = true, cache = true }) => {
    const target = new URL(url, location.href);
    const inQuery = /^(?:GET|HEAD)$/i.test(type) && processData && data !== undefined && data !== null;
    if (inQuery) {
      for (const [name, value] of new URLSearchParams(data)) target.searchParams.append(name, value);
    }
    if (!cache) target.searchParams.append('_', String(Date.now()));
    return target.href;
  };
  const bodyOf = ({ type = 'GET', data, processData = true }) => {
    if (/^(?:GET|HEAD)$/i.test(type) || data === undefined || data === null) return null;
    if (typeof data === 'string') return data;
    return processData ? new URLSearchParams(data).toString() : JSON.stringify(data);
  };
  const send = (request, origin, answer) => {
    const xhr = new XMLHttpRequest();
    xhr.open(request.type ?? 'GET', address(request));
    Object.assign(xhr, request.xhrFields);
    const body = bodyOf(request);
    if (request.accepts) xhr.setRequestHeader('Accept', request.accepts);
    if (body !== null && request.contentType)
      xhr.setRequestHeader('Content-Type', request.contentType);
    for (const [name, value] of Object.entries(request.headers ?? {})) {
      if (!reserved.includes(name.toLowerCase())) xhr.setRequestHeader(name, value);
    }
    xhr.setRequestHeader('X-Ms-Origin', origin);
    xhr.setRequestHeader('X-Requested-With', 'XMLHttpRequest');
    xhr.addEventListener('loadend', () =>
      answer({
        status: xhr.status,
        statusText: xhr.statusText,
        responseText: xhr.responseText,
        headers: xhr.getAllResponseHeaders(),
      }),
    );
    xhr.send(body);
  };
  addEventListener('message', ({ data, origin, source }) => {
    const request = parse(data);
    if (request === undefined || typeof request.url !== 'string') return;
    const answer = (reply) =>
      source.postMessage(JSON.stringify({ ...reply, messageId: request.messageId }), origin);
    try {
      send(request, origin, answer);
    } catch (error) {
      answer({ status: 0, statusText: String(error), responseText: '', headers: '' });
    }
  });
})();
`;

export const xframePage = `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>XFrame</title></head><body><script>${script}</script></body></html>
`;
