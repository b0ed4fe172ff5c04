import type { PassiveSignInRequest } from '../../app/ports/passive-sign-in-window.ts';
import type { SignInSurfaces } from '../../app/ucwa/sign-in-contract.ts';
import { LoopbackRedirectServer } from '../../main/adapters/sign-in/loopback-redirect-server.ts';
import { nodeCryptography } from '../../main/adapters/sign-in/node-cryptography.ts';
import { WebVisitor } from './web-visitor.ts';

/** Nobody is there to type: no window opens and no browser. */
export const noSurfaces: SignInSurfaces = {
  passiveWindow: {
    authenticate: async () => ({ type: 'closed' }),
    forget: async () => undefined,
  },
  browser: { open: () => Promise.reject(new Error('There is no browser')) },
  loopback: new LoopbackRedirectServer({ title: 'Parley', done: 'Go back to Parley.' }),
  cryptography: nodeCryptography,
};

export interface Person {
  readonly userName: string;
  readonly password: string;
}

/** A person who signs in wherever they are led, over real HTTP. */
export class PersonSurfaces implements SignInSurfaces {
  readonly loopback = noSurfaces.loopback;
  readonly cryptography = noSurfaces.cryptography;
  /** Pages that a browser was sent to, and pages shown in windows. */
  readonly opened: string[] = [];
  /** What the person does with a page in the browser; answers are given in turn, the last for ever. */
  decisions: ('sign-in' | 'cancel' | 'ignore')[] = ['sign-in'];
  readonly #person: Person;

  constructor(person: Person) {
    this.#person = person;
  }

  readonly browser = {
    open: async (url: string): Promise<void> => {
      this.opened.push(url);
      const [decision = 'sign-in'] = this.decisions;
      if (this.decisions.length > 1) this.decisions.shift();
      if (decision === 'ignore') return;
      const visitor = new WebVisitor();
      await visitor.visit(url);
      // Nobody waits for a browser.
      void visitor.submit({ ...this.#fields(), decision });
    },
  };

  readonly passiveWindow = {
    authenticate: async ({ url, cookieName, interactive }: PassiveSignInRequest) => {
      if (!interactive) return { type: 'needs-user' } as const;
      this.opened.push(url);
      const visitor = new WebVisitor();
      await visitor.visit(url);
      await visitor.submit(this.#fields());
      await visitor.submit({});
      const value = visitor.cookies.get(cookieName);
      return value === undefined
        ? ({ type: 'closed' } as const)
        : ({ type: 'cookie', value } as const);
    },
    forget: async (): Promise<void> => undefined,
  };

  #fields(): Readonly<Record<string, string>> {
    return { username: this.#person.userName, password: this.#person.password };
  }
}
