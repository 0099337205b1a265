import type { SatteriResolvedOptions } from '@astrojs/markdown-satteri';
import { fileURLToPath } from 'node:url';
import { BlockError } from './http-message.ts';
import { toMeta } from './runnable-request.ts';
import { asksToRun, readFence } from './runnable-fence.ts';
import type { FenceApi } from './runnable-fence.ts';

/**
 * Turns fences that are marked runnable, "```http run", into code blocks that carry their request.
 * A block that cannot be run stops the build with its file and line.
 */
export function runnableFences(api: FenceApi): SatteriResolvedOptions['mdastPlugins'][number] {
  return ({ fileURL }) => ({
    name: 'runnable-fences',
    options: { position: true },
    code(node, context) {
      const { lang, value, position } = node;
      const meta = node.meta ?? '';
      if (!asksToRun(meta)) return;
      try {
        if (lang !== 'http') throw new BlockError(0, 'must be of the language http');
        context.setProperty(node, 'meta', `${meta} ${toMeta(readFence(value, meta, api))}`);
      } catch (error) {
        if (!(error instanceof BlockError)) throw error;
        const file = fileURL ? fileURLToPath(fileURL) : 'Markdown';
        const line = (position?.start.line ?? 1) + error.line;
        throw new Error(`${file}:${line}: this runnable block ${error.message}.`, { cause: error });
      }
    },
  });
}
