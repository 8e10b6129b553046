/** The longer side of a picture that is kept, in pixels: enough for the largest place that shows one, on the finest screen. */
const longest = 512;

const endings: Record<string, string> = { 'image/webp': 'webp', 'image/png': 'png' };

/**
 * A picture as avatars need it: small, upright, and without what a camera writes into it, such as where it was taken.
 *
 * Undefined for what the browser cannot read as a picture.
 */
export async function shrunkPicture(file: File): Promise<File | undefined> {
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch {
    return undefined;
  }
  const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [Math.max(1, Math.round(bitmap.width * scale)), Math.max(1, Math.round(bitmap.height * scale))];
  const context = canvas.getContext('2d');
  if (context) context.imageSmoothingQuality = 'high';
  context?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  // A browser that does not write WebP writes PNG instead.
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/webp', 0.88));
  if (!blob) return undefined;
  const name = file.name.replace(/\.[^.]*$/, '') || 'picture';
  return new File([blob], `${name}.${endings[blob.type] ?? 'png'}`, { type: blob.type });
}
