import { PortalMountNodeProvider } from '@fluentui/react-components';
import { type ComponentProps, useState } from 'react';

/**
 * The page's main part. Menus and the like that it opens are put into it, too: assistive technology
 * then finds them there, and nothing stands outside of every landmark.
 */
export function MainLandmark({ children, ...props }: ComponentProps<'main'>) {
  const [node, setNode] = useState<HTMLElement | null>(null);
  return (
    <main {...props}>
      <PortalMountNodeProvider value={node ?? undefined}>{children}</PortalMountNodeProvider>
      <div ref={setNode} />
    </main>
  );
}
