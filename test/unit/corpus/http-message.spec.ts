import { expect, it } from 'vitest';
import { bodyOf, partsOf } from '../../corpus/http-message.ts';

it.each([
  ['a response', 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{"a":1}', '{"a":1}'],
  ['a response without an empty line', 'HTTP/1.1 200 OK\nServer: x\n  {\n"a":1}', '  {\n"a":1}'],
  ['a request', 'Post https://a.test/x HTTP/1.1\nHost: a.test\n\n<input/>', '<input/>'],
  ['an empty line among headers', 'HTTP/1.1 200 OK\nA: b;\n\nHttpOnly\nC: d\n[1]', '[1]'],
  ['no body', 'HTTP/1.1 204 No Content\n\n', ''],
  ['no message', ' {"a": "HTTP/1.1 200 OK"}', ' {"a": "HTTP/1.1 200 OK"}'],
])('finds the body of %s', (_, sample, body) => {
  expect(bodyOf(sample).text).toBe(body);
});

it('reads the type of the body', () => {
  const { contentType } = bodyOf('HTTP/1.1 200 OK\ncontent-type:  text/xml; charset=x \n<a/>');
  expect(contentType).toBe('text/xml; charset=x');
  expect(bodyOf('{"content-type": 1}').contentType).toBeNull();
});

it('finds the documents in the parts of a batch', () => {
  const part = 'Content-Type: application/http; msgtype=response\r\n\r\nHTTP/1.1 200 OK';
  const batch = `--a1\r\n${part}\r\n\r\n{"a":1}\r\n--a1\r\n${part}\r\n\r\n--a1\r\n${part}\r\n<b/>\r\n--a1--\r\n`;
  expect(partsOf(batch)).toEqual(['{"a":1}', '<b/>']);
  expect(partsOf(`<a/>\n--x\n${part}\n\n<b/>\n--x--`)).toEqual(['<a/>', '<b/>']);
  expect(partsOf('{"a":"--x--"}')).toBeNull();
});
