import { deviceFailure } from './media-failure.ts';

/** The devices the user chose; null is the system's default. */
export interface DeviceChoice {
  readonly microphoneId: string | null;
  readonly cameraId: string | null;
  readonly speakerId: string | null;
}

export const systemDevices: DeviceChoice = { microphoneId: null, cameraId: null, speakerId: null };

/** Where sound and picture come from. Both methods throw `MediaFailure`. */
export interface DeviceOpener {
  openMicrophone(deviceId: string | null): Promise<MediaStreamTrack>;
  openCamera(deviceId: string | null): Promise<MediaStreamTrack>;
}

/** `ideal`, not `exact`: a headset that was unplugged must not cost the call. */
const chosen = (deviceId: string | null): MediaTrackConstraints =>
  deviceId === null ? {} : { deviceId: { ideal: deviceId } };

/** @throws MediaFailure */
export const openMicrophone = async (deviceId: string | null): Promise<MediaStreamTrack> => {
  try {
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: {
        ...chosen(deviceId),
        echoCancellation: true,
        noiseSuppression: true,
        autoGainControl: true,
      },
    });
    return firstTrack(stream);
  } catch (error) {
    throw deviceFailure('microphone', error);
  }
};

/** @throws MediaFailure */
export const openCamera = async (deviceId: string | null): Promise<MediaStreamTrack> => {
  try {
    const stream = await navigator.mediaDevices.getUserMedia({
      video: {
        ...chosen(deviceId),
        width: { ideal: 1280 },
        height: { ideal: 720 },
        frameRate: { ideal: 30, max: 30 },
      },
    });
    return firstTrack(stream);
  } catch (error) {
    throw deviceFailure('camera', error);
  }
};

/**
 * The devices of the computer. A device that is open already is shared: whoever goes over from one
 * media session to another keeps its picture without a flash, and it is free when the last one stops.
 */
export const realDevices: DeviceOpener = {
  openMicrophone: shared(openMicrophone),
  openCamera: shared(openCamera),
};

function shared(open: DeviceOpener['openCamera']): DeviceOpener['openCamera'] {
  let live: readonly { readonly deviceId: string | null; readonly track: MediaStreamTrack }[] = [];
  return async (deviceId) => {
    live = live.filter(({ track }) => track.readyState === 'live');
    const same = live.find((other) => other.deviceId === deviceId)?.track;
    const track = same === undefined ? await open(deviceId) : same.clone();
    live = [...live, { deviceId, track }];
    return track;
  };
}

const firstTrack = (stream: MediaStream): MediaStreamTrack => {
  const [track] = stream.getTracks();
  if (track === undefined) throw new DOMException('The device gave no track.', 'NotFoundError');
  return track;
};

export interface DeviceList {
  readonly microphones: readonly MediaDeviceInfo[];
  readonly cameras: readonly MediaDeviceInfo[];
  readonly speakers: readonly MediaDeviceInfo[];
}

export const noDevices: DeviceList = { microphones: [], cameras: [], speakers: [] };

/** What is plugged in. The entry `default` is left out: Parley names the system's default itself. */
export const listDevices = async (): Promise<DeviceList> => {
  const devices = await navigator.mediaDevices.enumerateDevices();
  const ofKind = (kind: MediaDeviceKind): MediaDeviceInfo[] =>
    devices.filter(
      (device) => device.kind === kind && device.deviceId !== '' && device.deviceId !== 'default',
    );
  return {
    microphones: ofKind('audioinput'),
    cameras: ofKind('videoinput'),
    speakers: ofKind('audiooutput'),
  };
};
