import { Link, makeStyles } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { MessageContent, UntrustedHtml } from '../../../../app/domain/chat-message.ts';
import { sanitizeMessageHtml } from '../sanitize-message-html.ts';
import { isWebAddress, textPieces } from './message-groups.ts';

const useStyles = makeStyles({
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', userSelect: 'text' },
  html: {
    overflowWrap: 'anywhere',
    userSelect: 'text',
    overflowX: 'auto',
    '& p': { margin: 0 },
    '& pre': { margin: 0, whiteSpace: 'pre-wrap' },
    '& ul, & ol': { margin: 0, paddingLeft: '1.5em' },
    '& blockquote': { margin: 0, paddingLeft: '0.75em', borderLeft: '3px solid currentcolor' },
    '& td, & th': { border: '1px solid currentcolor', padding: '2px 6px' },
    '& table': { borderCollapse: 'collapse' },
    '& a': { color: 'inherit' },
  },
  link: { fontSize: 'inherit', color: 'inherit', textDecorationLine: 'underline' },
});

interface MessageBodyProps {
  readonly content: MessageContent;
  /** Somebody chose an address in the message. */
  readonly onLink: (address: string) => void;
}

/** What a message says. Addresses of the web are handed on, never followed. */
export function MessageBody({ content, onLink }: MessageBodyProps) {
  const styles = useStyles();
  if (content.html !== null) return <HtmlBody html={content.html} onLink={onLink} />;
  return (
    <div className={styles.text}>
      {textPieces(content.text ?? '').map((piece, index) =>
        piece.type === 'words' ? (
          piece.text
        ) : (
          <Link
            // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text never change places
            key={index}
            as="button"
            className={styles.link}
            onClick={() => onLink(piece.text)}
          >
            {piece.text}
          </Link>
        ),
      )}
    </div>
  );
}

interface HtmlBodyProps {
  readonly html: UntrustedHtml;
  readonly onLink: (address: string) => void;
}

/** HTML of somebody else, as far as the sanitiser lets it through. */
function HtmlBody({ html, onLink }: HtmlBodyProps) {
  const styles = useStyles();
  const element = useRef<HTMLDivElement>(null);
  const { untrustedHtml } = html;
  useEffect(() => {
    if (element.current !== null)
      element.current.innerHTML = sanitizeMessageHtml({ untrustedHtml });
  }, [untrustedHtml]);
  useEffect(() => {
    const body = element.current;
    const follow = (event: Event): void => {
      const anchor = event.target instanceof Element ? event.target.closest('a') : null;
      if (anchor === null) return;
      event.preventDefault();
      const address = anchor.getAttribute('href') ?? '';
      if (isWebAddress(address)) onLink(address);
    };
    body?.addEventListener('click', follow);
    body?.addEventListener('auxclick', follow);
    return () => {
      body?.removeEventListener('click', follow);
      body?.removeEventListener('auxclick', follow);
    };
  }, [onLink]);
  return <div ref={element} className={styles.html} />;
}
