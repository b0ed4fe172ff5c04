import {
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
} from '@fluentui/react-components';
import type { Call } from '../../../app/domain/call.ts';
import type { TextKey } from '../../../app/i18n/text-key.ts';
import { useDevices } from '../../media/use-devices.ts';
import { useSend } from '../../store/commands.tsx';
import { useMain } from '../../store/hooks.ts';
import { HeadsetRegular, VideoOffFilled } from '../../ui/icons.ts';
import { useText } from '../../ui/use-text.ts';
import { CallControl } from './call-control.tsx';

/** The settings that the menu changes: those of this call and of later ones. */
const kinds = [
  { setting: 'microphoneId', list: 'microphones', title: 'settings.microphone' },
  { setting: 'speakerId', list: 'speakers', title: 'settings.speaker' },
  { setting: 'cameraId', list: 'cameras', title: 'settings.camera' },
] as const satisfies readonly { setting: string; list: string; title: TextKey }[];

const useStyles = makeStyles({
  popover: { maxWidth: 'min(360px, calc(100vw - 32px))', maxHeight: '70vh', overflowY: 'auto' },
});

/** Changes the devices within the call, and drops its video. */
export function DeviceMenu({ call }: { call: Call }) {
  const styles = useStyles();
  const text = useText();
  const send = useSend();
  const settings = useMain((state) => state.settings);
  const devices = useDevices(call.mediaId);
  const { id: callId, can } = call;
  const checkedValues = Object.fromEntries(
    kinds.map(({ setting }) => [setting, [settings[setting] ?? '']]),
  );
  const popover = (
    <MenuPopover className={styles.popover}>
      <MenuList
        checkedValues={checkedValues}
        onCheckedValueChange={(_event, { name, checkedItems: [chosen = ''] }) => {
          send('settings.update', { [name]: chosen === '' ? null : chosen });
        }}
      >
        {kinds.map(({ setting, list, title }) => (
          <MenuGroup key={setting}>
            <MenuGroupHeader>{text(title)}</MenuGroupHeader>
            <MenuItemRadio name={setting} value="">
              {text('settings.systemDefault')}
            </MenuItemRadio>
            {devices[list].map(({ deviceId, label }, index) => (
              <MenuItemRadio key={deviceId} name={setting} value={deviceId}>
                {label === '' ? text('settings.unnamedDevice', { number: index + 1 }) : label}
              </MenuItemRadio>
            ))}
          </MenuGroup>
        ))}
        {call.modality === 'audio' ? null : (
          <>
            <MenuDivider />
            <MenuItem
              icon={<VideoOffFilled />}
              disabled={!can.stopVideo}
              onClick={() => send('calls.setVideo', { callId, on: false })}
            >
              {text('call.stopVideo')}
            </MenuItem>
          </>
        )}
      </MenuList>
    </MenuPopover>
  );
  return (
    <CallControl
      icon={<HeadsetRegular />}
      label={text('call.devices')}
      within={(button) => (
        <Menu positioning="above">
          <MenuTrigger disableButtonEnhancement>{button}</MenuTrigger>
          {popover}
        </Menu>
      )}
    />
  );
}
