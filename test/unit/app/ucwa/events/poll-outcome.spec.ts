import { expect, it } from 'vitest';
import { TransportError } from '../../../../../app/ports/http-transport.ts';
import { ucwaCodecs } from '../../../../../app/ucwa/codec/ucwa-codecs.ts';
import {
  endReasonOf,
  fromPollError,
  fromPollResponse,
} from '../../../../../app/ucwa/events/poll-outcome.ts';
import { SignInProblemError } from '../../../../../app/ucwa/sign-in-problem.ts';
import { fromTransportError } from '../../../../../app/ucwa/transport/errors.ts';

const url = 'https://pool.example.test/events?ack=1';
const json = { 'content-type': ['application/json; charset=utf-8'] };
const html = { 'content-type': ['text/html'] };
const gone = (subcode: string) => JSON.stringify({ code: 'Gone', subcode });

it.each([
  [200, json, '{"_links":{"next":{"href":"?ack=2"}}}', { type: 'body' }],
  [200, {}, '{"_links":{"next":{"href":"?ack=2"}}}', { type: 'body' }],
  [200, json, '{"_links"', { type: 'failure', isPoison: true }],
  [200, html, '<html>portal</html>', { type: 'failure', isPoison: true }],
  [204, json, '', { type: 'failure' }],
  [404, json, '{"code":"NotFound","subcode":"ApplicationNotFound"}', { type: 'application-lost' }],
  [404, json, '{"code":"NotFound"}', { type: 'failure', isPoison: true }],
  [404, html, '<html>', { type: 'failure', isPoison: false }],
  [409, json, '{"code":"Conflict","subcode":"PGetReplaced"}', { type: 'replaced' }],
  [409, json, '{"code":"Conflict","subcode":"AlreadyExists"}', { type: 'failure' }],
  [410, json, gone('TooManyApplications'), { type: 'ended', reason: 'too-many-applications' }],
  [410, json, gone('InactiveApplicationExpired'), { type: 'ended', reason: 'application-expired' }],
  [410, json, gone('UserAgentNotAllowed'), { type: 'ended', reason: 'user-agent-not-allowed' }],
  [410, json, gone('CannotRedirect'), { type: 'failure', isPoison: false }],
  [429, json, '{"code":"TooManyRequests"}', { type: 'failure', isPoison: false }],
  [503, html, '<html>busy</html>', { type: 'failure', isPoison: false }],
  [401, html, '', { type: 'failure', isPoison: false }],
  [302, html, '', { type: 'failure' }],
])('HTTP %i %j %j is %j', (status, headers, body, expected) => {
  expect(fromPollResponse({ status, headers, body }, ucwaCodecs(), url)).toMatchObject(expected);
});

it.each([
  [new TransportError('disconnected', ''), { type: 'failure', isPoison: false }],
  [new TransportError('timeout', ''), { type: 'failure', isPoison: false }],
  [new TransportError('too-large', ''), { type: 'failure', isPoison: true }],
])('%s is %j', (error, expected) => {
  expect(fromPollError(fromTransportError(error, url), url)).toMatchObject(expected);
});

it('ends when the credentials are no good any more', () => {
  const error = new SignInProblemError('wrong-password', 'pool.example.test', null);
  expect(fromPollError(error, url)).toEqual({ type: 'ended', reason: 'credentials-rejected' });
});

it('tries again where a reverse proxy without its server looks like no UCWA server', () => {
  expect(endReasonOf('not-a-ucwa-server')).toBeNull();
  expect(endReasonOf('too-many-applications')).toBe('too-many-applications');
  expect(endReasonOf('wrong-password')).toBe('credentials-rejected');
});
