const { runCli } = await import('../src/cli/terminal/run-cli.ts')
const { sync } = await import('../src/cli/sync/sync.ts')
await runCli(sync)
