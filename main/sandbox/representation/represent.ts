import { type Answer, noReply } from '../http/reply.ts';
import type { Syntax } from './syntax.ts';

/** Writes what a reply says in the client's syntax; replies that are bytes already stay as they are. */
export function represent(answer: Answer, syntax: Syntax): Answer {
  if (answer === noReply || answer.document === undefined) return answer;
  const { document, ...reply } = answer;
  return {
    ...reply,
    headers: { 'Content-Type': syntax.contentType, ...reply.headers },
    body: syntax.write(document),
  };
}
