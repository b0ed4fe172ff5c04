// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { sanitizeMessageHtml } from '../../../../../renderer/features/conversations/sanitize-message-html.ts';

const sanitized = (untrustedHtml: string) => sanitizeMessageHtml({ untrustedHtml });

describe('32: HTML of a message', () => {
  it.each([
    ['emphasis', '<b>a</b> <i>b</i> <u>c</u> <s>d</s>'],
    ['lists', '<ul><li>one</li><li>two</li></ul>'],
    ['a link', '<a href="https://parley.test/?a=1" title="There">there</a>'],
    ['somebody to call', '<a href="sip:sam@parley.test">Sam</a>'],
    ['code', '<pre><code>1 &lt; 2</code></pre>'],
  ])('keeps %s', (_, html) => {
    expect(sanitized(html)).toBe(html);
  });

  it.each([
    ['scripts', 'a<script>alert(1)</script>b', 'ab'],
    ['event handlers', '<b onclick="alert(1)">x</b>', '<b>x</b>'],
    ['pictures, which would be fetched', 'a<img src="https://track.test/1.gif" onerror=x>b', 'ab'],
    ['frames', 'a<iframe src="https://evil.test"></iframe>b', 'ab'],
    ['styles', '<style>*{display:none}</style><p style="position:fixed">x</p>', '<p>x</p>'],
    ['forms', '<form action="https://evil.test"><input name="p">x</form>', 'x'],
    ['vector graphics', 'a<svg><script>alert(1)</script></svg>b', 'ab'],
    ['names that clash with the page', '<p id="root" class="x" data-y="z">x</p>', '<p>x</p>'],
    ['a base address', '<base href="https://evil.test/"><p>x</p>', '<p>x</p>'],
    ['comments', 'a<!-- x -->b', 'ab'],
  ])('loses %s', (_, html, kept) => {
    expect(sanitized(html)).toBe(kept);
  });

  it.each([
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'file:///etc/passwd',
    '//evil.test/',
    '/settings',
    'vbscript:x',
  ])('has no link to %j', (href) => {
    const link = document.createElement('a');
    link.setAttribute('href', href);
    link.textContent = 'x';
    expect(sanitized(link.outerHTML)).toBe('<a>x</a>');
  });

  it.each([
    ['what a parser repairs', '<b>open <i>both</b> closed'],
    ['markup in markup', '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>'],
    ['nothing', ''],
  ])('is well-formed and harmless for %s', (_, html) => {
    const page = document.createElement('div');
    page.innerHTML = sanitized(html);
    expect(page.innerHTML).toBe(sanitized(html));
    expect(page.querySelector('img, script, style')).toBeNull();
  });
});
