import type { UcwaEvent } from '../events/ucwa-event.ts';
import { sameHref } from '../hypermedia/href.ts';
import { embeddedOne, requireHref } from '../hypermedia/links.ts';
import type { Resource } from '../hypermedia/resource.ts';
import type { UcwaClient } from '../ucwa-application.ts';

type Name = 'me' | 'people' | 'communication';

/** The application resource and the three hubs it embeds, always the newest that was read. */
export class ApplicationResources {
  #root: Resource;
  readonly #hubs = new Map<Name, Resource>();

  private constructor(root: Resource) {
    this.#root = root;
  }

  /**
   * Takes an application resource as POST applications gives it; what it only links to is fetched.
   * @throws UcwaError
   */
  static async load(client: UcwaClient, root: Resource): Promise<ApplicationResources> {
    const resources = new ApplicationResources(root);
    await resources.replaceRoot(client, root);
    return resources;
  }

  get root(): Resource {
    return this.#root;
  }

  get me(): Resource {
    return this.#hub('me');
  }

  get people(): Resource {
    return this.#hub('people');
  }

  get communication(): Resource {
    return this.#hub('communication');
  }

  /** @throws UcwaError, then everything stays as it was */
  async replaceRoot(client: UcwaClient, root: Resource, signal?: AbortSignal): Promise<void> {
    const names: readonly Name[] = ['me', 'people', 'communication'];
    const hubs = await Promise.all(
      names.map(async (name) => {
        const embedded = embeddedOne(root, name);
        if (embedded !== null) return [name, embedded] as const;
        const href = root.links[name]?.[0]?.href;
        // The hosted service has not all of them: the application itself then stands for it.
        if (href === undefined) return [name, root] as const;
        return [name, await client.get(href, signal && { signal })] as const;
      }),
    );
    this.#root = root;
    for (const [name, hub] of hubs) this.#hubs.set(name, hub);
  }

  /** Reads one hub again. @throws UcwaError, then it stays as it was */
  async refresh(client: UcwaClient, name: Name): Promise<void> {
    const href = requireHref(this.#hub(name));
    const read = await client.get(href);
    if (sameHref(requireHref(this.#hub(name)), href)) this.#hubs.set(name, read);
  }

  /**
   * Takes over what an event brings along.
   * @returns the hub that changed without being embedded and must be read again
   */
  apply(event: UcwaEvent): Name | null {
    const { rel, href } = event.link;
    if (event.type !== 'updated' || (rel !== 'me' && rel !== 'communication')) return null;
    if (!sameHref(href, this.#hub(rel).href ?? href)) return null;
    if (event.resource === null) return rel;
    this.#hubs.set(rel, event.resource);
    return null;
  }

  #hub(name: Name): Resource {
    return this.#hubs.get(name) ?? this.#root;
  }
}
