import type { RequestHandler } from 'msw';
import { http, HttpResponse } from 'msw';

/** Where the pictures of the `rich` script lie; no such host exists. */
export const PICTURE_ORIGIN = 'https://pictures.example.net';

/** Hills, and what stands in front of them, by the name of the picture. */
const SCENES: Readonly<Record<string, string>> = {
  'nordic-m.png':
    '<rect x="140" y="50" width="40" height="74" rx="7" fill="#16202c"/><rect x="144" y="58" width="32" height="54" fill="#6ea8ff"/>',
  'nordic-l.png':
    '<path d="M146 70v-12h28v12" fill="none" stroke="#16202c" stroke-width="5"/><rect x="125" y="70" width="70" height="52" rx="6" fill="#8a5300"/>',
};

/** Pictures of cards: drawn here, so that nothing has to be fetched from anybody. */
export function pictureHandler(): RequestHandler {
  return http.get(`${PICTURE_ORIGIN}/:name`, ({ params }) => {
    const scene = SCENES[String(params['name'])];
    if (scene === undefined) return new HttpResponse(null, { status: 404 });
    const drawing = [
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 180">',
      '<rect width="320" height="180" fill="#cfe3fb"/>',
      '<path d="M0 130 70 60l50 50 60-80 140 110v40H0z" fill="#5d7f9e"/>',
      '<path d="M0 140q80-24 160 0t160 0v40H0z" fill="#2f6f8f"/>',
      scene,
      '</svg>',
    ];
    return new HttpResponse(drawing.join(''), { headers: { 'content-type': 'image/svg+xml' } });
  });
}
