import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { verbPlace } from '../../../../main/verbs/verb-place.ts';

describe('verbPlace', () => {
  it('is a socket in the profile', () => {
    expect(verbPlace('/home/alex/.config/Parley', 'linux').folder).toMatch(/Parley.verbs$/);
  });

  it('is short enough for a socket, and another one for another profile', () => {
    const long = `/home/${'a'.repeat(200)}`;
    const place = verbPlace(long, 'linux');
    expect(place.address.length).toBeLessThanOrEqual(100 + tmpdir().length);
    expect(place.folder).toContain(tmpdir());
    expect(verbPlace(`${long}b`, 'linux').address).not.toBe(place.address);
  });

  it('is a pipe on Windows', () => {
    const place = verbPlace('C:\\Users\\alex\\AppData\\Roaming\\Parley', 'win32');
    expect(place.address).toMatch(/^\\\\\.\\pipe\\parley-[0-9a-f]{32}$/);
    expect(place.folder).toBeNull();
  });
});
