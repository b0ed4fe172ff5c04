import type { CancelTimer, Timers } from './timers.ts';

/** What a telephone does when it is called. */
export type TelephoneManner = 'rings' | 'answers' | 'refuses';

/** What whoever called a telephone is told of it. */
export interface TelephoneCall {
  readonly onAnswered: () => void;
  readonly onRefused: () => void;
  /** It was talked on, and is hung up. */
  readonly onHungUp: () => void;
}

/** A telephone that was called: it rings, then is talked on. */
export interface Telephone {
  /** `tel:` URI. */
  readonly number: string;
  readonly state: 'ringing' | 'talking';
  /** The caller's end: it stops ringing, or the line goes dead. */
  readonly hangUp: () => void;
}

interface Line {
  readonly telephone: { number: string; state: 'ringing' | 'talking'; hangUp: () => void };
  readonly call: TelephoneCall;
  cancelTimer: CancelTimer;
}

const digitsOf = (number: string): string => number.replace(/;.*$/, '').replace(/\D/g, '');

/**
 * The public telephone network, without sound: telephones ring until somebody answers them, or
 * answer by themselves after a moment where they are told to.
 */
export class TelephoneNetwork {
  readonly #timers: Timers;
  readonly #answerAfterMs: number | undefined;
  readonly #lines = new Set<Line>();
  readonly #manners = new Map<string, TelephoneManner>();

  /** @param answerAfterMs how long a telephone rings that answers by itself; undefined: none does */
  constructor(timers: Timers, answerAfterMs: number | undefined) {
    this.#timers = timers;
    this.#answerAfterMs = answerAfterMs;
  }

  /** Numbers of the telephones that ring, the oldest call first. */
  get ringing(): readonly string[] {
    return [...this.#lines]
      .filter(({ telephone }) => telephone.state === 'ringing')
      .map(({ telephone }) => telephone.number);
  }

  /** How a telephone acts from now on when it is called. */
  setManner(number: string, manner: TelephoneManner): void {
    this.#manners.set(digitsOf(number), manner);
  }

  /** Calls a number. Nothing is told before this returns. */
  call(number: string, call: TelephoneCall): Telephone {
    const telephone = { number, state: 'ringing' as const, hangUp: () => this.#drop(line) };
    const line: Line = { telephone, call, cancelTimer: () => undefined };
    this.#lines.add(line);
    const usual = this.#answerAfterMs === undefined ? 'rings' : 'answers';
    const manner = this.#manners.get(digitsOf(number)) ?? usual;
    if (manner !== 'rings') {
      const act = () => (manner === 'answers' ? this.#answer(line) : this.#refuse(line));
      line.cancelTimer = this.#timers.after(this.#answerAfterMs ?? 0, act);
    }
    return telephone;
  }

  /** @returns false when it does not ring */
  answer(number: string): boolean {
    return this.#act(number, 'ringing', (line) => this.#answer(line));
  }

  refuse(number: string): boolean {
    return this.#act(number, 'ringing', (line) => this.#refuse(line));
  }

  /** Whoever talks on it hangs up. */
  hangUp(number: string): boolean {
    return this.#act(number, 'talking', (line) => {
      this.#drop(line);
      line.call.onHungUp();
    });
  }

  clear(): void {
    this.#lines.clear();
  }

  #act(number: string, state: Telephone['state'], action: (line: Line) => void): boolean {
    const line = [...this.#lines].find(
      ({ telephone }) =>
        digitsOf(telephone.number) === digitsOf(number) && telephone.state === state,
    );
    if (line !== undefined) action(line);
    return line !== undefined;
  }

  #answer(line: Line): void {
    line.cancelTimer();
    line.telephone.state = 'talking';
    line.call.onAnswered();
  }

  #refuse(line: Line): void {
    this.#drop(line);
    line.call.onRefused();
  }

  #drop(line: Line): void {
    line.cancelTimer();
    this.#lines.delete(line);
  }
}
