import type { HttpResponse } from '../../ports/http-transport.ts';
import type { Photo } from '../ucwa-application.ts';
import { fromForeignResponse } from './errors.ts';
import { header } from './response.ts';

/** What to ask for: what every window can show. */
export const photoMediaTypes = 'image/jpeg, image/png, image/gif';

/**
 * The photo in a success.
 * @throws UcwaError 'proxy' when the body is no photo
 */
export function photoIn(response: HttpResponse, url: string): Photo {
  const [type = ''] = (header(response, 'content-type') ?? '').split(';');
  const mediaType = type.trim().toLowerCase();
  const { bytes } = response;
  // SVG is a document that may hold scripts and links, not a photo.
  const isPhoto = /^image\/[\w.-]+$/.test(mediaType);
  if (!isPhoto || bytes === undefined || bytes.length === 0) {
    throw fromForeignResponse(response, url);
  }
  return { mediaType, bytes };
}
