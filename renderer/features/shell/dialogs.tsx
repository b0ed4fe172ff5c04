import { useView } from '../../store/hooks.ts';
import { EmergencyDialog } from '../dialing/emergency-dialog.tsx';
import { DoctorDialog } from '../doctor/doctor-dialog.tsx';
import { KeysDialog } from '../keys/keys-dialog.tsx';
import { SettingsDialog } from '../settings/settings-dialog.tsx';
import { AboutDialog } from './about-dialog.tsx';
import { CloseDialog } from './close-dialog.tsx';
import { ConnectionDialog } from './connection-dialog.tsx';
import { NoteDialog } from './note-dialog.tsx';

/** The dialog that is open, if one is. */
export function Dialogs() {
  const dialog = useView((view) => view.dialog);
  const emergencyNumber = useView((view) => view.emergencyNumber);
  if (emergencyNumber !== null) return <EmergencyDialog number={emergencyNumber} />;
  switch (dialog) {
    case 'settings':
      return <SettingsDialog />;
    case 'keys':
      return <KeysDialog />;
    case 'note':
      return <NoteDialog />;
    case 'about':
      return <AboutDialog />;
    case 'connection':
      return <ConnectionDialog />;
    case 'close':
      return <CloseDialog />;
    case 'doctor':
      return <DoctorDialog />;
    case 'none':
      return null;
  }
}
