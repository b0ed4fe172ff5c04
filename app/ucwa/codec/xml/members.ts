import { bare } from '../document/unchecked.ts';

/** What UCWA's JSON would be for the same. */
export type Tree = Record<string, unknown>;

/** Values by name; what has a name in common becomes a list. */
export class Members {
  readonly #values = new Map<string, unknown[]>();

  get isEmpty(): boolean {
    return this.#values.size === 0;
  }

  add(name: string, value: unknown): void {
    const before = this.#values.get(name);
    if (before === undefined) this.#values.set(name, [value]);
    else before.push(value);
  }

  tree(): Tree {
    const tree = bare<unknown>();
    for (const [name, values] of this.#values) tree[name] = values.length > 1 ? values : values[0];
    return tree;
  }
}
