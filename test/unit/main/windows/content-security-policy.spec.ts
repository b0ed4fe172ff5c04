import { expect, it } from 'vitest';
import { contentSecurityPolicy } from '../../../../main/windows/content-security-policy.ts';

it('allows nothing inline, nothing evaluated and nothing from elsewhere', () => {
  expect(contentSecurityPolicy).toMatch(/^default-src 'none'; /);
  expect(contentSecurityPolicy).not.toMatch(/unsafe-|\*|https?:|wss?:/);
});
