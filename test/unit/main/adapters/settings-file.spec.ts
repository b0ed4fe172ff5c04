import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SettingsFile } from '../../../../main/adapters/settings-file.ts';
import { RecordingLogger } from '../../../support/recording-logger.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-settings-'));
});

afterEach(async () => {
  await chmod(folder, 0o700);
  await rm(folder, { recursive: true, force: true });
});

describe('SettingsFile', () => {
  it('gives null before anything was saved, without a warning', async () => {
    const logger = new RecordingLogger();
    expect(await new SettingsFile(join(folder, 'settings.json'), logger).load()).toBeNull();
    expect(logger.entries).toEqual([]);
  });

  it('makes the folder, and gives back what was saved', async () => {
    const path = join(folder, 'profile', 'settings.json');
    const file = new SettingsFile(path, new RecordingLogger());
    await file.save({ region: 'SE' });
    expect(await new SettingsFile(path, new RecordingLogger()).load()).toEqual({ region: 'SE' });
  });

  it('gives null for a damaged file, and says so', async () => {
    const path = join(folder, 'settings.json');
    await writeFile(path, '{"region":');
    const logger = new RecordingLogger();
    expect(await new SettingsFile(path, logger).load()).toBeNull();
    expect(logger.entries).toHaveLength(1);
  });

  it('ends with the last of many saves, whole, and leaves nothing beside it', async () => {
    const path = join(folder, 'settings.json');
    const file = new SettingsFile(path, new RecordingLogger());
    const filler = 'x'.repeat(200_000);
    const saves = Array.from({ length: 20 }, (_, turn) => file.save({ turn, filler }));
    await Promise.all(saves);
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ turn: 19 });
    expect(await readdir(folder)).toEqual(['settings.json']);
  });

  it('is never half written, whenever it is read', async () => {
    const path = join(folder, 'settings.json');
    const file = new SettingsFile(path, new RecordingLogger());
    await file.save({ turn: -1 });
    let saving = true;
    const saved = (async () => {
      for (let turn = 0; turn < 30; turn += 1) {
        await file.save({ turn, filler: 'x'.repeat(500_000) });
      }
      saving = false;
    })();
    let reads = 0;
    while (saving) {
      expect(JSON.parse(await readFile(path, 'utf8'))).toHaveProperty('turn');
      reads += 1;
    }
    await saved;
    expect(reads).toBeGreaterThan(1);
  });

  it('rejects when it cannot be written, keeps the old file, and saves again later', async () => {
    const path = join(folder, 'settings.json');
    const file = new SettingsFile(path, new RecordingLogger());
    await mkdir(path);
    await expect(file.save({ turn: 1 })).rejects.toThrow();
    expect(await readdir(folder)).toEqual(['settings.json']);
    await rm(path, { recursive: true });
    await file.save({ turn: 2 });
    expect(await file.load()).toEqual({ turn: 2 });
  });
});
