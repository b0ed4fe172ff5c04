import { Variant } from '@jellybrick/dbus-next';

/** A D-Bus value with every variant in it replaced by its content, at any depth. */
export function unwrap(value: unknown): unknown {
  if (value instanceof Variant) return unwrap(value.value);
  if (Buffer.isBuffer(value)) return value;
  if (Array.isArray(value)) return value.map(unwrap);
  if (value !== null && typeof value === 'object' && value.constructor === Object) {
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, unwrap(part)]));
  }
  return value;
}
