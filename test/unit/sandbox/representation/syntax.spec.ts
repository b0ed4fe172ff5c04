import { describe, expect, it } from 'vitest';
import { syntaxFor } from '../../../../main/sandbox/representation/syntax.ts';

const json = 'application/json; charset=utf-8';
const vendorJson = 'application/vnd.microsoft.com.ucwa+json; charset=utf-8';
const xml = 'application/xml; charset=utf-8';
const vendorXml = 'application/vnd.microsoft.com.ucwa+xml; charset=utf-8';

describe('the syntax of a reply', () => {
  it.each([
    [undefined, json],
    ['*/*', json],
    ['application/*', json],
    ['application/json', json],
    ['Application/XML', xml],
    ['application/vnd.microsoft.com.ucwa+xml', vendorXml],
    ['application/vnd.microsoft.com.ucwa+json', vendorJson],
    ['text/html, application/xml;q=0.9, */*;q=0.8', xml],
    ['application/json;q=0.5, application/xml;q=0.7', xml],
    ['application/xml, application/json', xml],
    ['application/xml;q=0, application/json;q=0.1', json],
    ['text/html', undefined],
    ['application/json;q=0', undefined],
  ])('for %s is %s', (accept, contentType) => {
    expect(syntaxFor(accept)?.contentType).toBe(contentType);
  });
});
