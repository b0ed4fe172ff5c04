import { it } from 'vitest';
import { fuzzEventChannel } from '../../fuzz/events/event-channel-model.ts';

it('a thousand stories: no event twice, out of order or lost without a word; always progress or an end with a reason', async () => {
  await fuzzEventChannel(1000, 4);
}, 60_000);
