/** `npm run bench` measures the service with 50,000 offers; with `-- --scale`, a million; with `-- --page`, the page. */
if (process.argv.includes('--scale')) import('./scale/run.ts')
else if (process.argv.includes('--page')) import('./page/run.ts')
else import('./service.ts')
