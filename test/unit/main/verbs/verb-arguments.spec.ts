import { describe, expect, it } from 'vitest';
import { readVerb } from '../../../../main/verbs/verb-arguments.ts';

const understood = (verb: object) => ({ verb, problem: null });
const refused = (problem: string) => ({ verb: null, problem });

describe('readVerb', () => {
  it.each([
    [['--answer'], { name: 'answer' }],
    [['/folder/of/parley', '--user-data-dir=/profile', '--hangup'], { name: 'hangup' }],
    [['--dial', 'Sam Okafor', '--no-sandbox'], { name: 'dial', text: 'Sam Okafor' }],
    [['--dial=+49 30 1234-5'], { name: 'dial', text: '+49 30 1234-5' }],
    [['--dial=a=b'], { name: 'dial', text: 'a=b' }],
    [['--presence', 'busy'], { name: 'presence', availability: 'Busy' }],
    [['--presence=Do-Not-Disturb'], { name: 'presence', availability: 'DoNotDisturb' }],
    [['--presence', 'BeRightBack'], { name: 'presence', availability: 'BeRightBack' }],
  ])('understands %j', (args, verb) => {
    expect(readVerb(args)).toEqual(understood(verb));
  });

  it.each([
    [['--answer', '--mute'], 'several'],
    [['--dial', 'Sam', '--dial', 'Kim'], 'several'],
    [['--dial'], 'nothingToDial'],
    [['--dial', '  '], 'nothingToDial'],
    [['--dial', '--no-sandbox'], 'nothingToDial'],
    [['--dial', 'x'.repeat(1025)], 'tooLong'],
    [['--presence'], 'unknownPresence'],
    [['--presence', 'invisible'], 'unknownPresence'],
    [['--presence', 'constructor'], 'unknownPresence'],
  ])('says what is wrong with %j', (args, problem) => {
    expect(readVerb(args)).toEqual(refused(problem));
  });

  it('finds none where Parley is to start', () => {
    expect(readVerb([])).toBeNull();
    expect(readVerb(['--hidden', '--demo', 'answer', 'tel:+4930', '-answer'])).toBeNull();
  });
});
