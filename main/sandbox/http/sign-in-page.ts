import type { Reply } from './reply.ts';

export interface SignInPage {
  readonly title: string;
  /** Where the form goes. */
  readonly action: string;
  readonly userName: string;
  /** Said above the form, when the last try failed. */
  readonly error?: string;
  /** Whether there is a button that says no. */
  readonly canCancel: boolean;
}

/** A page with a form for user name and password, as any identity provider shows. */
export function signInPage({ title, action, userName, error, canCancel }: SignInPage): Reply {
  const problem = error === undefined ? '' : `<p role="alert">${escapeHtml(error)}</p>`;
  const cancel = canCancel
    ? '<button name="decision" value="cancel" formnovalidate>Cancel</button>'
    : '';
  return page(
    title,
    `<main><h1>${escapeHtml(title)}</h1>${problem}<form method="post" action="${escapeHtml(action)}">
<p><label>User account <input name="username" required autofocus value="${escapeHtml(userName)}"></label></p>
<p><label>Password <input name="password" type="password" required></label></p>
<p><button name="decision" value="sign-in">Sign in</button> ${cancel}</p></form></main>`,
  );
}

export function page(title: string, body: string, headers: Reply['headers'] = {}): Reply {
  return {
    status: 200,
    headers: { 'Content-Type': 'text/html; charset=utf-8', ...headers },
    body: `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title><meta name="color-scheme" content="light dark"><style>body{font:16px system-ui,sans-serif;margin:3rem auto;max-width:22rem;padding:0 1rem}input{display:block;width:100%;box-sizing:border-box;font:inherit;padding:.4rem}</style></head><body>${body}</body></html>`,
  };
}

export function redirectTo(location: string): Reply {
  return { status: 302, headers: { Location: location } };
}

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
