import { CallMedia } from '../../../renderer/media/call-media.ts';
import { syntheticDevices } from '../../../renderer/media/synthetic-devices.ts';

type Report = Parameters<ConstructorParameters<typeof CallMedia>[0]>[0];

declare global {
  interface Window {
    /** The media engine of two people, without Parley around it, and what each told, in order. */
    engines: {
      readonly alex: CallMedia;
      readonly sam: CallMedia;
      readonly reports: Readonly<Record<'alex' | 'sam', Report[]>>;
    };
  }
}

const reports: Window['engines']['reports'] = { alex: [], sam: [] };
const engine = (name: 'alex' | 'sam') =>
  new CallMedia((report) => reports[name].push(report), syntheticDevices);

window.engines = { alex: engine('alex'), sam: engine('sam'), reports };
