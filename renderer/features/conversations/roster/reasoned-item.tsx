import { MenuItem, type MenuItemProps, Tooltip } from '@fluentui/react-components';
import type { ReactElement } from 'react';

interface ReasonedItemProps {
  readonly icon?: ReactElement;
  readonly label: string;
  /** Why it cannot be chosen now; null: it can. */
  readonly reason: string | null;
  readonly onClick: () => void;
}

/** An entry of a menu that says why it cannot be chosen. It stays reachable by the keys. */
export function ReasonedItem({ icon, label, reason, onClick }: ReasonedItemProps) {
  const props: MenuItemProps = {
    disabled: reason !== null,
    onClick,
    ...(icon === undefined ? {} : { icon }),
  };
  if (reason === null) return <MenuItem {...props}>{label}</MenuItem>;
  return (
    <Tooltip content={reason} relationship="description" positioning="before">
      <MenuItem {...props}>{label}</MenuItem>
    </Tooltip>
  );
}
