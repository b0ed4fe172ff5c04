import type { Account } from './user-account.ts';
import type { World } from './world.ts';

function digits(number: string): string {
  return number.replace(/;.*$/, '').replace(/\D/g, '');
}

/** The account with this `sip:` or `tel:` address, whatever its case and parameters. */
export function findAccount(world: World, uri: string): Account | undefined {
  const key = uri.toLowerCase().replace(/;.*$/, '');
  const bySip = world.accounts.get(key);
  if (bySip !== undefined) return bySip;
  const number =
    key.startsWith('tel:') || /^sip:\+?\d+@/.test(key) ? digits(key.split('@')[0] ?? '') : '';
  if (number === '') return undefined;
  return [...world.accounts.values()].find(({ phones }) =>
    [...phones.values()].some((phone) => digits(phone.number ?? '') === number),
  );
}

/** The account somebody signs in to: user name, SIP address with or without `sip:`, or `DOMAIN\name`. */
export function findByUserName(world: World, typed: string): Account | undefined {
  const wanted = typed.trim().toLowerCase();
  const short = wanted.includes('\\') ? wanted.slice(wanted.indexOf('\\') + 1) : undefined;
  return [...world.accounts.values()].find(({ key, user }) => {
    const userName = user.userName.toLowerCase();
    return (
      userName === wanted ||
      key === wanted ||
      key === `sip:${wanted}` ||
      (short !== undefined && userName.split('@')[0] === short)
    );
  });
}
