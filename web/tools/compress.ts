import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const compressible = /\.(js|css|html|svg|json|webmanifest)$/;

/** Writes a .br and a .gz beside every text file of the build, so that the server never compresses at run time. */
export function compress(): Plugin {
  let directory = 'dist';
  return {
    name: 'rapport-compress',
    apply: 'build',
    configResolved: (config) => {
      directory = path.resolve(config.root, config.build.outDir);
    },
    closeBundle: {
      order: 'post',
      handler: async () => {
        for (const name of await readdir(directory, { recursive: true })) {
          if (!compressible.test(name)) continue;
          const file = path.join(directory, name);
          const bytes = await readFile(file);
          const quality = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
          await writeFile(`${file}.br`, brotliCompressSync(bytes, { params: quality }));
          await writeFile(`${file}.gz`, gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }));
        }
      },
    },
  };
}
