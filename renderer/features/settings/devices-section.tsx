import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { TextKey } from '../../../app/i18n/text-key.ts';
import type { MediaFailureReason } from '../../media/media-failure.ts';
import { useTones } from '../../media/tones/tones-context.tsx';
import { useDevices } from '../../media/use-devices.ts';
import { useSend } from '../../store/commands.tsx';
import { useMain } from '../../store/hooks.ts';
import { LevelBar } from '../../ui/level-bar.tsx';
import { useText } from '../../ui/use-text.ts';
import { VideoView } from '../../ui/video-view.tsx';
import { DeviceSelect } from './device-select.tsx';
import { HeadsetField } from './headset-field.tsx';
import { SettingsSection } from './settings-section.tsx';
import { useDeviceTest } from './use-device-test.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  preview: {
    width: '100%',
    maxWidth: '320px',
    aspectRatio: '16 / 9',
    overflow: 'hidden',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: '#000000',
  },
  problem: { color: tokens.colorPaletteRedForeground1 },
});

const problemText = (reason: MediaFailureReason): TextKey =>
  reason === 'invalid-sdp' || reason === 'encryption-mismatch' || reason === 'timeout'
    ? 'settings.mediaProblem.unavailable'
    : `settings.mediaProblem.${reason}`;

/** Microphone, speaker and camera, with a test of each. */
export function DevicesSection() {
  const styles = useStyles();
  const text = useText();
  const send = useSend();
  const tones = useTones();
  const settings = useMain((state) => state.settings);
  const [testing, setTesting] = useState(false);
  const microphone = useDeviceTest('microphone', settings.microphoneId, testing);
  const camera = useDeviceTest('camera', settings.cameraId, testing);
  const devices = useDevices(microphone.state);
  return (
    <SettingsSection title={text('settings.devices')}>
      <DeviceSelect
        label={text('settings.microphone')}
        devices={devices.microphones}
        chosenId={settings.microphoneId}
        onChoose={(microphoneId) => send('settings.update', { microphoneId })}
      />
      {microphone.state === 'on' ? (
        <LevelBar track={microphone.track} label={text('settings.level')} />
      ) : null}
      {microphone.state === 'failed' ? (
        <Caption1 role="alert" className={styles.problem}>
          {text(problemText(microphone.reason))}
        </Caption1>
      ) : null}
      <DeviceSelect
        label={text('settings.speaker')}
        devices={devices.speakers}
        chosenId={settings.speakerId}
        onChoose={(speakerId) => send('settings.update', { speakerId })}
      />
      <DeviceSelect
        label={text('settings.camera')}
        devices={devices.cameras}
        chosenId={settings.cameraId}
        onChoose={(cameraId) => send('settings.update', { cameraId })}
      />
      <HeadsetField />
      {camera.state === 'on' ? (
        <div className={styles.preview}>
          <VideoView track={camera.track} label={text('settings.preview')} mode="fill" mirrored />
        </div>
      ) : null}
      {camera.state === 'failed' ? (
        <Caption1 role="alert" className={styles.problem}>
          {text(problemText(camera.reason))}
        </Caption1>
      ) : null}
      <div className={styles.row}>
        <Button onClick={() => setTesting(!testing)} aria-pressed={testing}>
          {text(testing ? 'settings.stopTest' : 'settings.testMicrophone')}
        </Button>
        <Button onClick={() => tones.play('soft', false)}>{text('settings.testSpeaker')}</Button>
      </div>
    </SettingsSection>
  );
}
