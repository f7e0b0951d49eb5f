/** `npm run bench` measures the service with 50,000 offers; with `-- --scale`, a million. */
if (process.argv.includes('--scale')) import('./scale/run.ts')
else import('./service.ts')
