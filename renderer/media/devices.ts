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

/** The devices of the computer. */
export const realDevices: DeviceOpener = { openMicrophone, openCamera };

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
