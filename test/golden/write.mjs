// Rewrites what is made from the code: sections of sim/README.md, Hunan's tables and the stored baseline. Run it when a change is meant,
// and say in the commit why: npm run golden
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));
const readme = fileURLToPath(new URL('../../sim/README.md', import.meta.url));
const tables = fileURLToPath(new URL('../../scenarios/provinces/hunan/TABLES.md', import.meta.url));
const server = await createServer({
  configFile: false,
  root,
  appType: 'custom',
  logLevel: 'error',
  server: { middlewareMode: true, watch: null, hmr: false, ws: false },
  optimizeDeps: { noDiscovery: true },
});
const { withSections } = await server.ssrLoadModule('/test/golden/model-text.ts');
writeFileSync(readme, withSections(readFileSync(readme, 'utf8')));
const { tablesText } = await server.ssrLoadModule('/test/golden/evidence-text.ts');
writeFileSync(tables, tablesText());
await server.close();
const { status } = spawnSync(process.execPath, ['test/golden/baseline.mjs'], { cwd: root, stdio: 'inherit' });
process.exit(status ?? 1);
