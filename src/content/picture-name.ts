/** The formats that every browser shows, by the names that their files have. */
const PICTURE = /\.(?:jpe?g|jfif|a?png|webp|avif|gif|svg)$/i;
const DRAWING = /\.svg$/i;

/** What an author may save a picture as. */
export const PICTURE_FORMATS = "PNG, JPEG, WebP, AVIF, GIF or SVG";

/** Whether a file is a picture, by its name. */
export function isPictureName(name: string): boolean {
  return PICTURE.test(name);
}

/** Whether a picture is a drawing, by its file's name. */
export function isDrawingName(name: string): boolean {
  return DRAWING.test(name);
}
