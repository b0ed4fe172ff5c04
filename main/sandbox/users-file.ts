import { z } from 'zod';
import type { SandboxUser } from './user.ts';

const phone = z.string().regex(/^tel:\+?\d+(;.*)?$/, 'must look like tel:+14255550100');

const address = z.string().regex(/^sip:[^\s@]+@[^\s@]+$/, 'must look like sip:alex@parley.test');

const user = z.object({
  uri: address,
  userName: z.string().min(1, 'must not be empty'),
  password: z.string().min(1, 'must not be empty'),
  name: z.string().min(1, 'must not be empty'),
  title: z.string().optional(),
  department: z.string().optional(),
  company: z.string().optional(),
  office: z.string().optional(),
  workPhoneNumber: phone.optional(),
  mobilePhoneNumber: phone.optional(),
  homePhoneNumber: phone.optional(),
  otherPhoneNumber: phone.optional(),
  busyOptions: z.enum(['Off', 'BusyOnBusy']).optional(),
  videoAllowed: z.boolean().optional(),
  offerForm: z.enum(['sdp', 'multipart']).optional(),
  groups: z.array(z.object({ name: z.string().min(1), members: z.array(address) })).optional(),
  favorites: z.array(address).optional(),
  delegates: z.array(address).optional(),
  team: z.array(address).optional(),
  enterpriseVoice: z.boolean().optional(),
  takesEmergencyCalls: z.boolean().optional(),
  dialInConferencing: z.boolean().optional(),
  assignedMeeting: z.boolean().optional(),
  schedulesMeetings: z.boolean().optional(),
  hasPhoto: z.boolean().optional(),
});

const users = z.array(user).min(1, 'must name at least one user');

/** Drops members that are undefined, as the users' type wants absent ones to be absent. */
function withoutUndefined<T extends object>(
  value: T,
): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

/**
 * Reads the users of a users file: a JSON array.
 * @throws Error whose message says in plain words which user and which member is wrong.
 */
export function parseUsersFile(text: string): readonly SandboxUser[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new Error(
      `The users file is not JSON: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  const parsed = users.safeParse(json);
  if (!parsed.success) {
    const lines = parsed.error.issues.map(({ path, message }) => {
      const [index, ...member] = path;
      const where =
        index === undefined
          ? 'The list'
          : `User ${Number(index) + 1}, ${member.join('.') || 'itself'}`;
      return `${where}: ${message}`;
    });
    throw new Error(`The users file does not fit:\n${lines.join('\n')}`);
  }
  const repeated = parsed.data.find(({ uri }, index) =>
    parsed.data.slice(0, index).some((other) => other.uri.toLowerCase() === uri.toLowerCase()),
  );
  if (repeated !== undefined)
    throw new Error(`The users file does not fit:\n${repeated.uri} is there twice.`);
  return parsed.data.map(withoutUndefined);
}
