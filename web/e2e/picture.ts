import type { Page } from '@playwright/test';

/** A picture of that size, drawn by the browser. */
export async function picture(page: Page, width: number, height: number, name = 'photo.png') {
  const address = await page.evaluate(
    ([across, down]) => {
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [across ?? 1, down ?? 1];
      const context = canvas.getContext('2d');
      const fill = context?.createLinearGradient(0, 0, canvas.width, canvas.height);
      fill?.addColorStop(0, 'teal');
      fill?.addColorStop(1, 'orange');
      if (context && fill) context.fillStyle = fill;
      context?.fillRect(0, 0, canvas.width, canvas.height);
      return canvas.toDataURL('image/png');
    },
    [width, height],
  );
  return { name, mimeType: 'image/png', buffer: Buffer.from(address.slice(address.indexOf(',') + 1), 'base64') };
}
