import type { AvModality } from '../model/media-session.ts';

const directionOf = (lines: readonly string[]): string | undefined =>
  lines.map((line) => /^a=(sendrecv|sendonly|recvonly|inactive)$/.exec(line)?.[1]).find(Boolean);

/** The media of an SDP in which something flows: neither refused nor inactive. */
export function flowingMedia(sdp: string): readonly AvModality[] {
  const [session = [], ...sections] = splitSections(sdp.split(/\r?\n/));
  const flows = (medium: string): boolean =>
    sections.some(
      (lines) =>
        new RegExp(`^m=${medium} (?!0 )`).test(lines[0] ?? '') &&
        (directionOf(lines) ?? directionOf(session)) !== 'inactive',
    );
  return [
    ...(flows('audio') ? (['Audio'] as const) : []),
    ...(flows('video') ? (['Video'] as const) : []),
  ];
}

function splitSections(lines: readonly string[]): readonly (readonly string[])[] {
  const sections: string[][] = [[]];
  for (const line of lines) {
    if (line.startsWith('m=')) sections.push([]);
    sections.at(-1)?.push(line);
  }
  return sections;
}
