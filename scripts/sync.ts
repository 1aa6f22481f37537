const { runCli } = await import('../src/cli/run-cli.ts')
const { sync } = await import('../src/cli/sync.ts')
await runCli(sync)
