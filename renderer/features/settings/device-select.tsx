import { Field, Select } from '@fluentui/react-components';
import { useText } from '../../ui/use-text.ts';

interface DeviceSelectProps {
  readonly label: string;
  readonly devices: readonly MediaDeviceInfo[];
  /** Null is the system's default. */
  readonly chosenId: string | null;
  readonly onChoose: (deviceId: string | null) => void;
}

/** One kind of device. A chosen one that is unplugged stays in the list and says so. */
export function DeviceSelect({ label, devices, chosenId, onChoose }: DeviceSelectProps) {
  const text = useText();
  const gone = chosenId !== null && !devices.some(({ deviceId }) => deviceId === chosenId);
  return (
    <Field label={label}>
      <Select
        value={chosenId ?? ''}
        onChange={(_event, { value }) => onChoose(value === '' ? null : value)}
      >
        <option value="">{text('settings.systemDefault')}</option>
        {devices.map(({ deviceId, label: name }, index) => (
          <option key={deviceId} value={deviceId}>
            {name === '' ? text('settings.unnamedDevice', { number: index + 1 }) : name}
          </option>
        ))}
        {gone ? <option value={chosenId}>{text('settings.deviceGone')}</option> : null}
      </Select>
    </Field>
  );
}
