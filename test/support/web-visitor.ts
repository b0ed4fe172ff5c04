/** A page as a visitor sees it. */
export interface VisitedPage {
  readonly url: string;
  readonly status: number;
  readonly html: string;
}

/**
 * Visits web pages as a browser without scripts does: follows redirects, keeps cookies, submits
 * forms. It stands in for a person where no browser runs.
 */
export class WebVisitor {
  readonly cookies = new Map<string, string>();
  page: VisitedPage = { url: 'about:blank', status: 0, html: '' };

  async visit(url: string, body?: URLSearchParams): Promise<VisitedPage> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, {
      redirect: 'manual',
      headers: cookie === '' ? {} : { cookie },
      ...(body === undefined ? {} : { method: 'POST', body }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (location !== null) return this.visit(new URL(location, url).href);
    this.page = { url, status: response.status, html: await response.text() };
    return this.page;
  }

  /** Submits the page's form with these values over those that it has. */
  submit(values: Readonly<Record<string, string>>): Promise<VisitedPage> {
    const { html, url } = this.page;
    const action = attribute(/<form[^>]*>/.exec(html)?.[0] ?? '', 'action');
    const hidden = [...html.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(
      ([input]) => [attribute(input, 'name'), attribute(input, 'value')] as const,
    );
    const fields = new URLSearchParams({ ...Object.fromEntries(hidden), ...values });
    return this.visit(new URL(action, url).href, fields);
  }
}

function attribute(tag: string, name: string): string {
  const value = new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
  return value.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}
